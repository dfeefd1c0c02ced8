#include "broadside/job/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/files/paths.hpp"
#include "broadside/files/system.hpp"
#include "broadside/job/job_value.hpp"
#include "broadside/job/overwrite.hpp"
#include "broadside/unknown_word.hpp"

namespace broadside {

namespace {

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const emit::Format& format : emit::formats()) names.emplace_back(format.name);
    return names;
}

Result<std::vector<std::string>> wanted_formats(const Job& job) {
    if (!job.formats.empty()) return job.formats;
    const std::string extension(extension_of(job.output));
    if (extension == "{ext}") return std::vector<std::string>{"pdf"};
    if (!extension.empty()) return std::vector<std::string>{extension};
    const std::string where = job.output == kStandardStream ? "standard output" : job.output;
    return blame(job, {"output"},
                 error("job-no-format", fmt::format("nothing tells the format of {}", where),
                       {fmt::format("name it with {}: {}", as_written(job, "format"),
                                    fmt::join(format_names(), ", "))}));
}

/// Each once. An extension that is no format is the pattern's mistake.
std::vector<const emit::Format*> read_formats(const Job& job, const std::vector<std::string>& names,
                                              std::vector<Diagnostic>& errors) {
    std::vector<const emit::Format*> formats;
    for (const std::string& name : names) {
        const emit::Format* format = emit::find_format(name);
        if (format == nullptr) {
            errors.push_back(blame(job, {job.formats.empty() ? "output" : "format", name},
                                   unknown_word({"format", name, format_names()})));
        } else if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
            formats.push_back(format);
        }
    }
    return formats;
}

/// A page number where there are no pages would always be 1.
std::vector<Diagnostic> check_page(const OutputRequest& request) {
    for (const emit::Format* format : request.formats) {
        if (format->one_file_a_page || !request.pattern.has(Placeholder::Page)) continue;
        return {blame(
            *request.job, {"output"},
            error(
                "job-page",
                fmt::format("{{page}} means nothing to {}: one file holds all pages", format->name),
                {"leave it out: where a format has a file a page, they are numbered"}))};
    }
    return {};
}

Diagnostic is_input(const std::string& path, const Job& job, std::string_view option) {
    return blame(job, {option},
                 error("job-output-is-input",
                       fmt::format("\"{}\" is an input and would be overwritten", path)));
}

Diagnostic same_output(const std::string& path, const Job& job) {
    const std::string option = as_written(job, "output");
    if (path == kStandardStream) {
        return blame(
            job, {"output"},
            error("job-same-output", "standard output takes one file, and there are several",
                  {fmt::format("write to files, with {}", option)}));
    }
    return blame(
        job, {"output"},
        error("job-same-output", fmt::format("several files would be written to \"{}\"", path),
              {fmt::format("tell them apart with {{layout}}, {{lang}}, {{ext}} or {{page}} in {}",
                           option)}));
}

Diagnostic output_of_two_jobs(const std::string& path, const Job& job) {
    return blame(job, {"output"},
                 error("job-same-output", fmt::format("another job writes to \"{}\" too", path),
                       {fmt::format("give each job an {} of its own", as_written(job, "output"))}));
}

/// What is wrong with a pattern is wrong with all its names: the first one shows it.
void add_new(std::vector<Diagnostic> found, std::vector<Diagnostic>& errors) {
    for (Diagnostic& error : found) {
        const bool is_known =
            std::any_of(errors.begin(), errors.end(),
                        [&](const Diagnostic& other) { return other.code == error.code; });
        if (!is_known) errors.push_back(std::move(error));
    }
}

std::string_view option_of(RecordKind kind) {
    return kind == RecordKind::Manifest ? "manifest" : "deps";
}

}  // namespace

Result<OutputRequest> read_output_request(const Job& job) {
    if (job.output.empty())
        return blame(job, {"output"}, error("job-no-output", "expected a path for the output"));
    std::vector<Diagnostic> errors;
    auto pattern = take(parse_pattern(job.output), errors);
    for (Diagnostic& error : errors) error = blame(job, {"output"}, std::move(error));
    OutputRequest request;
    request.job = &job;
    // Of a broken pattern, the extension tells nothing.
    if (pattern || !job.formats.empty()) {
        if (const auto names = take(wanted_formats(job), errors))
            request.formats = read_formats(job, *names, errors);
    }
    if (!errors.empty()) return errors;
    request.pattern = *std::move(pattern);
    if (errors = check_page(request); !errors.empty()) return errors;
    return request;
}

/// The same as `place_on_disk`; links of the last name are followed each time, those of its folder
/// once.
std::string TakenNames::place_of(const std::string& path) const {
    std::error_code ignored;
    const std::filesystem::path name = std::filesystem::path(path).filename();
    const bool is_plain = path != kStandardStream && !name.empty() && name != "." && name != ".." &&
                          !std::filesystem::is_symlink(path, ignored);
    if (!is_plain) return place_on_disk(path);
    const std::string folder = folder_of(path);
    const std::lock_guard lock(lock_);
    auto known = folders_.find(folder);
    if (known == folders_.end()) known = folders_.emplace(folder, place_on_disk(folder)).first;
    return (std::filesystem::path(known->second) / name).string();
}

void TakenNames::add_input(const std::string& path) {
    if (seen_inputs_.insert(path).second) inputs_.insert(place_of(path));
}

bool TakenNames::is_taken(const std::string& path) const {
    const std::string name = place_of(path);
    return inputs_.count(name) + outputs_.count(name) + records_.count(name) > 0;
}

std::vector<Diagnostic> TakenNames::take(const std::string& path, const Job& job) {
    const std::string name = place_of(path);
    if (inputs_.count(name) > 0) return {is_input(path, job, "output")};
    if (records_.count(name) > 0) return {same_output(path, job)};
    const auto [output, is_new] = outputs_.emplace(name, &job);
    if (is_new) return {};
    const bool is_own = output->second == &job || path == kStandardStream;
    return {is_own ? same_output(path, job) : output_of_two_jobs(path, job)};
}

std::vector<Diagnostic> TakenNames::take_record(const std::string& path, RecordKind kind,
                                                const Job& job) {
    const std::string name = place_of(path);
    if (inputs_.count(name) > 0) return {is_input(path, job, option_of(kind))};
    const bool is_output = outputs_.count(name) > 0;
    if (!is_output && records_.emplace(name, kind).first->second == kind) return {};
    return {blame(
        job, {option_of(kind)},
        error("job-same-output", fmt::format("several files would be written to \"{}\"", path),
              {fmt::format("give it another {}", as_written(job, option_of(kind)))}))};
}

void add_inputs(const Job& job, const Sources& sources, TakenNames& taken) {
    taken.add_input(sources.dataset.file.name);
    if (!job.origin.file.empty()) taken.add_input(job.origin.file);
    for (const LocaleInput& locale : sources.languages.files) taken.add_input(locale.file.name);
    for (const LayoutSource& layout : sources.layouts) {
        taken.add_input(layout.input.file.name);
        for (const ReadFile& symbol : layout.symbol_files) taken.add_input(symbol.path);
    }
    taken.add_input(sources.font_manifest.path);
    for (const FontFamily& family : sources.fonts->manifest.families) {
        for (const FontFile& font : family.files) taken.add_input(font.file);
    }
    for (const auto& [language, patterns] : sources.fonts->manifest.hyphenation)
        taken.add_input(patterns.file);
}

Result<std::vector<PlannedEdition>> plan_outputs(const OutputRequest& request,
                                                 const Sources& sources, TakenNames& taken,
                                                 FileStore& files) {
    std::vector<Diagnostic> errors;
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
                auto found = taken.take(path, *request.job);
                // What files with a page each are called is known when there are pages.
                if (found.empty() && !format->one_file_a_page)
                    found = check_place(*request.job, *format, path, files);
                add_new(std::move(found), errors);
                edition.outputs.push_back({format, std::move(fields), std::move(path)});
            }
            editions.push_back(std::move(edition));
        }
    }
    if (!errors.empty()) return errors;
    return editions;
}

std::vector<Diagnostic> check_place(const Job& job, const emit::Format& format,
                                    const std::string& path, FileStore& files) {
    auto error = check_overwriting({"output", path, format.kind, format.is_one}, job, files);
    return error ? std::vector{*std::move(error)} : std::vector<Diagnostic>();
}

Result<std::vector<std::string>> paths_of(const OutputRequest& request, const PlannedOutput& output,
                                          std::size_t pages, const TakenNames& taken) {
    const std::size_t count = output.format->one_file_a_page ? pages : 1;
    if (count > 1 && output.path == kStandardStream) return same_output(output.path, *request.job);
    std::vector<std::string> paths;
    OutputFields fields = output.fields;
    fields.pages = count;
    for (fields.page = 1; fields.page <= count; ++fields.page) {
        paths.push_back(expand(request.pattern, fields));
        // The first name was taken for this output when it was planned.
        if (paths.back() != output.path && taken.is_taken(paths.back()))
            return same_output(paths.back(), *request.job);
    }
    return paths;
}

}  // namespace broadside
