#pragma once

#include <string>

#include <gmock/gmock.h>

#include "broadside/imports.hpp"
#include "broadside/job.hpp"
#include "support/memory_files.hpp"

namespace broadside::imports {

/// The dataset of a sheet, behind what is said of it.
inline std::string imported(const std::string& text, const std::string& language = "",
                            const std::string& file = "a.csv") {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{file, text}};
    const auto report = import_sheet({file, "a", "", language, ""}, files, sink);
    if (!report) return to_string(report.diagnostics().front());
    std::string said;
    for (const Diagnostic& diagnostic : report.diagnostics()) said += to_string(diagnostic) + "\n";
    return said + sink.written.at("a/dataset.json");
}

/// What is wrong with a dataset for whoever builds it; its symbols are there.
inline std::string mistakes_in(const std::string& dataset) {
    testing::MemoryFileStore files;
    files.files = {{"a/dataset.json", dataset}};
    for (const char* name : {"yes", "partial", "no", "unknown", "none"})
        files.files[std::string("a/symbols/") + name + ".svg"] =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>";
    Job job;
    job.dataset = "a";
    const auto checked = check(job, files);
    std::string mistakes;
    if (!checked)
        for (const Diagnostic& diagnostic : checked.diagnostics())
            mistakes += to_string(diagnostic) + "\n";
    return mistakes;
}

/// What importing a sheet once more says, and the dataset then: `before` was imported first.
inline std::string imported_again(const std::string& before, const std::string& after,
                                  const ImportRequest& request = {"a.csv", "a", "", "", ""}) {
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    files.files = {{"a.csv", before}};
    if (!import_sheet({"a.csv", "a", "", "en", ""}, files, sink)) return "no first import";
    files.files = {{"a.csv", after}, {"a/dataset.json", sink.written.at("a/dataset.json")}};
    const auto report = import_sheet(request, files, sink);
    if (!report) return to_string(report.diagnostics().front());
    std::string said;
    for (const Diagnostic& diagnostic : report.diagnostics()) said += to_string(diagnostic) + "\n";
    for (const std::string& change : report->changes) said += change + "\n";
    if (!report->is_written) return said + "nothing";
    EXPECT_EQ(mistakes_in(sink.written.at("a/dataset.json")), "");
    return said + sink.written.at("a/dataset.json");
}

}  // namespace broadside::imports
