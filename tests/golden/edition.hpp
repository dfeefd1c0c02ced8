#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "broadside/editions/editions.hpp"
#include "broadside/job.hpp"
#include "broadside/paint/paint.hpp"
#include "broadside/pdf_check.hpp"
#include "broadside/translations.hpp"
#include "support/all_editions.hpp"
#include "support/tiny_project.hpp"

namespace broadside::testing {

/// One dataset in one layout, both as paths from the top of the repository.
struct Edition {
    std::string dataset;
    std::string layout;
};

/// "messengers_flyer_a4": for the names of parametrised tests.
inline std::string short_name(const Edition& edition) {
    const std::filesystem::path dataset(edition.dataset), layout(edition.layout);
    std::string name = dataset.filename().string() + "_" + layout.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

inline std::string name_of(const ::testing::TestParamInfo<Edition>& info) {
    return short_name(info.param);
}

inline void PrintTo(const Edition& edition, std::ostream* out) { *out << short_name(edition); }

inline const Edition kFlyer{"data/messengers", "layouts/flyer-a4.json"};
inline const Edition kFlyerA5{"data/messengers", "layouts/flyer-a5.json"};
inline const Edition kWebChart{"data/messengers", "layouts/web.json"};
inline const Edition kExcerpt{"tests/fixtures/excerpt", "tests/fixtures/excerpt/layout.json"};
inline const Edition kMinimal{"tests/fixtures/minimal", "tests/fixtures/plain.json"};
inline const Edition kVersions{"tests/fixtures/versions", "layouts/handout-a4.json"};
inline const Edition kWide{"tests/fixtures/wide", "tests/fixtures/wide/layout.json"};
inline const Edition kSymbols{"tests/fixtures/symbols", "tests/fixtures/symbols/layout.json"};

inline std::string repository_path(const std::string& path) {
    return std::string(BROADSIDE_SOURCE_DIR) + "/" + path;
}

inline Job job_of(const Edition& edition, std::vector<std::string> formats = {}) {
    Job job;
    job.dataset = repository_path(edition.dataset);
    job.layouts = {repository_path(edition.layout)};
    job.resources = {BROADSIDE_SOURCE_DIR};
    job.formats = std::move(formats);
    job.output = "{name}-{layout}.{ext}";
    return job;
}

/// The flyer in one language and format.
inline Job flyer_in(const std::string& language, const std::string& format) {
    Job job = job_of(kFlyer, {format});
    job.languages = {language};
    return job;
}

/// Errors and warnings, one a line; empty when all is well.
template <typename Outcome>
std::string problems_of(const Outcome& result) {
    std::string problems;
    for (const Diagnostic& diagnostic : result.diagnostics()) {
        problems += to_string(diagnostic) + "\n";
    }
    return problems;
}

/// Takes a value and nothing beside it: a warning fails the test as well.
template <typename T>
T clean(Result<T> result) {
    const std::string problems = problems_of(result);
    if (!problems.empty()) throw std::runtime_error(problems);
    return std::move(result).value();
}

/// What a build wrote, by path.
using Written = std::map<std::string, std::string>;

/// What PDFs break of what they promise.
inline std::string broken_promises(const Written& files) {
    std::string problems;
    for (const auto& [path, bytes] : files) {
        if (!path.ends_with(".pdf")) continue;
        MemoryFileStore written;
        written.files = {{path, bytes}};
        problems += problems_of(check_pdf(path, written));
    }
    return problems;
}

inline Written files_of(const Job& job) {
    DiskFileStore files;
    MemorySink sink;
    const std::string problems =
        problems_of(build(job, files, sink)) + broken_promises(sink.written);
    if (!problems.empty()) throw std::runtime_error(problems);
    sink.written.erase("manifest.json");
    return sink.written;
}

inline std::string only_file_of(const Job& job) {
    const Written written = files_of(job);
    if (written.size() != 1) throw std::runtime_error("expected one file");
    return written.begin()->second;
}

/// The one file of an edition in one format.
inline std::string file_of(const Edition& edition, const std::string& format, double ppi = 72) {
    Job job = job_of(edition, {format});
    job.output_options.ppi = ppi;
    return only_file_of(job);
}

/// What of an edition's dataset goes to translators, as PO.
inline std::string words_to_translate(const Edition& edition) {
    Job job = job_of(edition);
    job.layouts.clear();
    job.output = kDefaultTranslationOutput;
    DiskFileStore files;
    MemorySink sink;
    if (!extract_translations(job, {}, files, sink)) throw std::runtime_error("nothing extracted");
    return sink.written.begin()->second;
}

/// What layout makes of a job of one layout in one language.
inline placed::Document placed_of(const Job& job, FileStore& files) {
    return std::move(clean(all_editions(job, files)).front().document);
}

inline placed::Document placed_of(const Job& job) {
    DiskFileStore files;
    return placed_of(job, files);
}

inline scene::Scene scene_of(const Job& job) { return paint::paint(placed_of(job)); }

inline std::string dump_of(const Edition& edition, Stage stage) {
    DiskFileStore files;
    return clean(dump(job_of(edition), stage, files));
}

enum class Warnings { None, Some };

/// The file that a project makes, in the format that its name ends with. Throws errors, and
/// warnings where there may be none.
inline std::string file_of(TinyProject& project, const std::string& name,
                           Warnings warnings = Warnings::None) {
    project.job.formats = {name.substr(name.rfind('.') + 1)};
    project.job.output = name;
    const BuildReport report = build(project.job, project.files, project.sink);
    const bool may_be = report.ok() && warnings == Warnings::Some;
    if (const std::string problems = problems_of(report); !may_be && !problems.empty())
        throw std::runtime_error(problems);
    return project.sink.written.at(name);
}

}  // namespace broadside::testing
