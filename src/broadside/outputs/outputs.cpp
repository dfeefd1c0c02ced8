#include "broadside/outputs/outputs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/option.hpp"
#include "broadside/options/job_value.hpp"

namespace broadside {

namespace {

Result<std::vector<std::string>> wanted_formats(const Job& job) {
    if (!job.formats.empty()) return job.formats;
    const std::string extension = extension_of(job.output);
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
                                              Diagnostics& errors) {
    std::vector<const emit::Format*> formats;
    for (const std::string& name : names) {
        const emit::Format* format = emit::find_format(name);
        if (format == nullptr) {
            errors.push_back(blame(job, {job.formats.empty() ? "output" : "format", name},
                                   unknown_word({"format", name, format_names()})));
        } else if (!contains(formats, format)) {
            formats.push_back(format);
        }
    }
    return formats;
}

/// A page number where there are no pages would always be 1.
Diagnostics check_page(const OutputRequest& request) {
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

/// One file has all records of a layout that sets them on sheets.
Diagnostics check_sheets(const OutputRequest& request, const LayoutSource& layout) {
    const Job& job = *request.job;
    const std::string& name = layout.input.layout.name;
    Diagnostics errors;
    if (request.of_sheets.has(Placeholder::Record))
        errors.push_back(blame(
            job, {"output"},
            error("job-pattern",
                  fmt::format("{{record}} means nothing to the layout \"{}\": its sheets hold "
                              "all records",
                              name),
                  {"leave it out, or make what has a file a record in a job of its own"})));
    for (const emit::Format* format : request.formats) {
        if (format->has_pages()) continue;
        errors.push_back(
            blame(job, {job.formats.empty() ? "output" : "format", std::string(format->name)},
                  error("job-sheets",
                        fmt::format("{} has no sheets, on which the layout \"{}\" sets all records",
                                    format->name, name),
                        {"leave it out, or make it with a layout without \"per_sheet\""})));
    }
    return errors;
}

/// What is wrong with a pattern is wrong with all its names: the first one shows it.
void add_new(Diagnostics found, Diagnostics& errors) {
    for (Diagnostic& error : found) {
        const bool is_known =
            std::any_of(errors.begin(), errors.end(),
                        [&](const Diagnostic& other) { return other.code == error.code; });
        if (!is_known) errors.push_back(std::move(error));
    }
}

/// Where a job says no pattern, the names of files tell records apart.
std::string pattern_of_records(std::string output) {
    constexpr std::string_view kStem =
        kDefaultOutput.substr(0, kDefaultOutput.size() - kExtension.size());
    const bool is_usual =
        output == kDefaultOutput || output == fmt::format("{}{}{}", kStem, kFineSuffix, kExtension);
    return is_usual ? output.insert(kStem.size(), "-{record}") : output;
}

}  // namespace

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const emit::Format& format : emit::formats()) names.emplace_back(format.name);
    names.emplace_back(kWebFormat);
    return names;
}

std::string edition_name(std::string_view language, std::string_view layout,
                         std::string_view record) {
    std::string name = fmt::format("{} {}", language, layout);
    if (!record.empty()) fmt::format_to(std::back_inserter(name), " {}", record);
    return name;
}

Result<OutputRequest> read_output_request(const Job& job) {
    if (job.output.empty())
        return blame(job, {"output"}, error("job-no-output", "expected a path for the output"));
    Diagnostics errors;
    const bool has_records = !job.records.empty();
    auto of_sheets = take(parse_pattern(job.output), errors);
    auto pattern = of_sheets && has_records
                       ? take(parse_pattern(pattern_of_records(job.output)), errors)
                       : of_sheets;
    if (pattern && !has_records && pattern->has(Placeholder::Record))
        errors.push_back(error("job-pattern", "{record} means nothing where there are no records",
                               {fmt::format("name them with {}", as_written(job, "records"))}));
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
    request.of_sheets = *std::move(of_sheets);
    if (errors = check_page(request); !errors.empty()) return errors;
    return request;
}

std::string name_of(const Sources& sources, const PlannedEdition& edition) {
    const std::string record =
        edition.record ? sources.records->records.name_of(*edition.record) : std::string();
    return edition_name(edition.language->tag, edition.layout->input.layout.name, record);
}

std::vector<const model::Record*> records_of(const Sources& sources,
                                             const PlannedEdition& edition) {
    if (!edition.record) return sources.pages();
    return {sources.records->records.find(*edition.record)};
}

void for_each_edition(const Sources& sources,
                      const std::function<void(const PlannedEdition&)>& take) {
    const bool has_records = sources.has_records();
    const std::size_t records = has_records ? sources.records->records.names.size() : 0;
    for (const LayoutSource& layout : sources.layouts) {
        for (const Language& language : sources.languages.languages) {
            if (!has_records || (sources.has_cards(layout) && records > 0))
                take({&layout, &language, {}});
            if (!has_records || sources.has_cards(layout)) continue;
            for (std::uint32_t number = 0; number < records; ++number)
                take({&layout, &language, number});
        }
    }
}

Result<OutputPlan> plan_outputs(const OutputRequest& request, const Sources& sources,
                                TakenNames& taken, const std::vector<bool>* share) {
    Diagnostics errors;
    for (const LayoutSource& layout : sources.layouts) {
        if (sources.has_cards(layout)) add_new(check_sheets(request, layout), errors);
    }
    OutputPlan plan;
    std::size_t index = 0;
    for_each_edition(sources, [&](const PlannedEdition& edition) {
        const bool is_own = share == nullptr || (*share)[index];
        ++index;
        const auto records =
            is_own ? records_of(sources, edition) : std::vector<const model::Record*>();
        const bool is_made = !records.empty() && (!edition.record || records.front() != nullptr);
        if (is_own && !is_made) {
            if (edition.record)
                plan.failed.push_back(
                    edition_name(edition.language->tag, edition.layout->input.layout.name,
                                 sources.records->records.line_of(*edition.record)));
            return;
        }
        // Without a key it has no names, and is nobody's to make.
        if (edition.record && key_of(sources, edition).empty()) return;
        for (const emit::Format* format : request.formats) {
            add_new(taken.take(path_of(request, sources, edition, *format), *request.job,
                               is_own ? Writer::ThisRun : Writer::OtherShard),
                    errors);
        }
        if (is_made) plan.editions.push_back(edition);
    });
    if (!errors.empty()) return errors;
    return plan;
}

Diagnostics check_outputs(const OutputRequest& request, const Sources& sources,
                          const std::vector<PlannedEdition>& editions, FileStore& files) {
    for (const PlannedEdition& edition : editions) {
        for (const emit::Format* format : request.formats) {
            // What files with a page each are called is known when there are pages.
            if (format->one_file_a_page) continue;
            const std::string path = path_of(request, sources, edition, *format);
            if (auto error = check_overwriting({"output", path, format->kind, format->is_one},
                                               *request.job, files))
                return {*std::move(error)};
        }
    }
    return {};
}

std::string_view key_of(const Sources& sources, const PlannedEdition& edition) {
    return edition.record ? sources.records->records.names.key(*edition.record)
                          : std::string_view();
}

std::string path_of(const OutputRequest& request, const Sources& sources,
                    const PlannedEdition& edition, const emit::Format& format, std::size_t page,
                    std::size_t files) {
    const bool has_cards = sources.has_cards(*edition.layout);
    const OutputFields fields{sources.dataset.dataset.id,
                              sources.dataset.name,
                              edition.layout->input.layout.name,
                              edition.language->tag,
                              format.extension,
                              page,
                              files,
                              key_of(sources, edition)};
    return expand(has_cards ? request.of_sheets : request.pattern, fields);
}

Result<std::vector<std::string>> paths_of(const OutputRequest& request, const Sources& sources,
                                          const PlannedEdition& edition, const emit::Format& format,
                                          std::size_t pages, const TakenNames& taken) {
    const Job& job = *request.job;
    const std::size_t count = format.one_file_a_page ? pages : 1;
    // This name was taken for this output when it was planned.
    const std::string first = path_of(request, sources, edition, format);
    if (count > 1 && first == kStandardStream) return same_output(first, job);
    std::vector<std::string> paths;
    for (std::size_t page = 1; page <= count; ++page) {
        paths.push_back(path_of(request, sources, edition, format, page, count));
        if (paths.back() != first && taken.is_taken(paths.back()))
            return same_output(paths.back(), job);
    }
    return paths;
}

}  // namespace broadside
