#include "broadside/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/unknown_word.hpp"

namespace broadside {

namespace {

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const emit::Format& format : emit::formats()) names.emplace_back(format.name);
    return names;
}

Diagnostic wrong_output(std::string code, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.code = "job-" + std::move(code);
    diagnostic.message = std::move(message);
    if (!hint.empty()) diagnostic.hints.push_back(std::move(hint));
    return diagnostic;
}

Result<std::vector<std::string>> wanted_formats(const Job& job) {
    if (!job.formats.empty()) return job.formats;
    const std::string extension(extension_of(job.output));
    if (extension == "{ext}") return std::vector<std::string>{"pdf"};
    if (!extension.empty()) return std::vector<std::string>{extension};
    const std::string where = job.output == kStandardStream ? "standard output" : job.output;
    return wrong_output("no-format", fmt::format("nothing tells the format of {}", where),
                        fmt::format("name it with --format: {}", fmt::join(format_names(), ", ")));
}

/// One name for one file, whatever links and detours lead to it: an output must not replace an
/// input.
std::string normal(const std::string& path) {
    if (path == kStandardStream) return path;
    std::error_code ignored;
    const std::filesystem::path absolute = std::filesystem::absolute(path, ignored);
    const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, ignored);
    return (real.empty() ? absolute.lexically_normal() : real).string();
}

Result<std::vector<std::string>> paths_of(const OutputPattern& pattern, const emit::Format& format,
                                          OutputFields fields) {
    if (!format.one_file_a_page && pattern.has(Placeholder::Page)) {
        return wrong_output(
            "page",
            fmt::format("{{page}} means nothing to {}: one file holds all pages", format.name),
            "leave it out: where a format has a file a page, they are numbered");
    }
    std::vector<std::string> paths;
    for (fields.page = 1; fields.page <= fields.pages; ++fields.page) {
        paths.push_back(expand(pattern, fields));
    }
    return paths;
}

/// Names that are taken: the inputs from the start, each output once it is planned.
class TakenNames {
public:
    explicit TakenNames(const EditionSet& set) {
        inputs_.insert(normal(set.dataset_file));
        for (const Edition& edition : set.editions) inputs_.insert(normal(edition.layout_file));
    }

    std::vector<Diagnostic> take(const std::string& path) {
        if (inputs_.count(normal(path)) > 0) {
            return {wrong_output("output-is-input",
                                 fmt::format("\"{}\" is an input of this job", path), "")};
        }
        if (outputs_.insert(normal(path)).second) return {};
        if (path == kStandardStream) {
            return {wrong_output("same-output",
                                 "standard output takes one file, and there are several",
                                 "write to files, with --output")};
        }
        return {wrong_output("same-output",
                             fmt::format("several files would be written to \"{}\"", path),
                             "tell them apart with {layout}, {lang}, {ext} or {page} in --output")};
    }

private:
    std::set<std::string> inputs_;
    std::set<std::string> outputs_;
};

}  // namespace

Result<OutputRequest> read_output_request(const Job& job) {
    auto pattern = parse_pattern(job.output);
    if (!pattern) return pattern.diagnostics();
    const auto names = wanted_formats(job);
    if (!names) return names.diagnostics();
    OutputRequest request{std::move(pattern).value(), {}};
    for (const std::string& name : *names) {
        const emit::Format* format = emit::find_format(name);
        if (format == nullptr) return unknown_word({"format", name, format_names()});
        const bool is_new = std::find(request.formats.begin(), request.formats.end(), format) ==
                            request.formats.end();
        if (is_new) request.formats.push_back(format);
    }
    return request;
}

Result<std::vector<PlannedFormat>> plan_outputs(const OutputRequest& request,
                                                const EditionSet& set) {
    std::vector<PlannedFormat> plan;
    TakenNames taken(set);
    for (std::size_t index = 0; index < set.editions.size(); ++index) {
        const Edition& edition = set.editions[index];
        for (const emit::Format* format : request.formats) {
            const std::size_t count = format->one_file_a_page ? edition.document.pages.size() : 1;
            auto paths = paths_of(request.pattern, *format,
                                  {set.id, set.name, edition.layout, edition.language,
                                   std::string(format->extension), 1, count});
            if (!paths) return paths.diagnostics();
            for (const std::string& path : *paths) {
                auto errors = taken.take(path);
                if (!errors.empty()) return errors;
            }
            plan.push_back({index, format, std::move(paths).value()});
        }
    }
    return plan;
}

}  // namespace broadside
