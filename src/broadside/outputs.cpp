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

/// A page number where there are no pages would always be 1.
std::vector<Diagnostic> check_page(const OutputRequest& request) {
    for (const emit::Format* format : request.formats) {
        if (format->one_file_a_page || !request.pattern.has(Placeholder::Page)) continue;
        return {wrong_output(
            "page",
            fmt::format("{{page}} means nothing to {}: one file holds all pages", format->name),
            "leave it out: where a format has a file a page, they are numbered")};
    }
    return {};
}

Diagnostic same_output(const std::string& path) {
    if (path == kStandardStream) {
        return wrong_output("same-output", "standard output takes one file, and there are several",
                            "write to files, with --output");
    }
    return wrong_output("same-output",
                        fmt::format("several files would be written to \"{}\"", path),
                        "tell them apart with {layout}, {lang}, {ext} or {page} in --output");
}

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

void TakenNames::add_input(const std::string& path) { inputs_.insert(normal(path)); }

bool TakenNames::is_taken(const std::string& path) const {
    const std::string name = normal(path);
    return inputs_.count(name) > 0 || outputs_.count(name) > 0;
}

std::vector<Diagnostic> TakenNames::take(const std::string& path) {
    if (inputs_.count(normal(path)) > 0) {
        return {wrong_output("output-is-input", fmt::format("\"{}\" is an input of this job", path),
                             "")};
    }
    if (outputs_.insert(normal(path)).second) return {};
    return {same_output(path)};
}

TakenNames names_of_inputs(const Job& job, const Sources& sources) {
    TakenNames taken;
    taken.add_input(sources.dataset.file.name);
    if (!job.job_file.empty()) taken.add_input(job.job_file);
    for (const LocaleInput& locale : sources.languages.files) taken.add_input(locale.file.name);
    for (const LayoutSource& layout : sources.layouts) {
        taken.add_input(layout.input.file.name);
        for (const ReadFile& symbol : layout.symbol_files) taken.add_input(symbol.path);
    }
    taken.add_input(sources.font_manifest.path);
    for (const FontFamily& family : sources.fonts.families) {
        for (const FontFile& font : family.files) taken.add_input(font.file);
    }
    for (const auto& [language, patterns] : sources.fonts.hyphenation)
        taken.add_input(patterns.file);
    return taken;
}

Result<std::vector<PlannedEdition>> plan_outputs(const OutputRequest& request,
                                                 const Sources& sources, TakenNames& taken) {
    if (auto errors = check_page(request); !errors.empty()) return errors;
    std::vector<PlannedEdition> editions;
    for (const LayoutSource& layout : sources.layouts) {
        for (const Language& language : sources.languages.languages) {
            const std::string& name = layout.input.layout.name;
            PlannedEdition edition{
                &layout, &language, fmt::format("{} {}", language.tag, name), {}};
            for (const emit::Format* format : request.formats) {
                OutputFields fields{sources.dataset.dataset.id, sources.dataset.name, name,
                                    language.tag, std::string(format->extension)};
                std::string path = expand(request.pattern, fields);
                if (auto errors = taken.take(path); !errors.empty()) return errors;
                edition.outputs.push_back({format, std::move(fields), std::move(path)});
            }
            editions.push_back(std::move(edition));
        }
    }
    return editions;
}

Result<std::vector<std::string>> paths_of(const OutputRequest& request, const PlannedOutput& output,
                                          std::size_t pages, const TakenNames& taken) {
    const std::size_t count = output.format->one_file_a_page ? pages : 1;
    if (count > 1 && output.path == kStandardStream) return same_output(output.path);
    std::vector<std::string> paths;
    OutputFields fields = output.fields;
    fields.pages = count;
    for (fields.page = 1; fields.page <= count; ++fields.page) {
        paths.push_back(expand(request.pattern, fields));
        // The first name was taken for this output when it was planned.
        if (paths.back() != output.path && taken.is_taken(paths.back()))
            return same_output(paths.back());
    }
    return paths;
}

}  // namespace broadside
