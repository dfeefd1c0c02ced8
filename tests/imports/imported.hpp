#pragma once

#include <string>

#include "broadside/imports.hpp"
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
    return said + (report->is_written ? sink.written.at("a/dataset.json") : "nothing");
}

}  // namespace broadside::imports
