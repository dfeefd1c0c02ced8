#include "broadside/options/job_value.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/options/stale_limit.hpp"

namespace broadside {

namespace {

/// The word's own place, else the first of its option; null when the file does not have it.
const ValuePlace* find_place(const JobOrigin& origin, const JobValue& value) {
    const ValuePlace* found = nullptr;
    for (const ValuePlace& place : origin.values) {
        if (place.option != value.option) continue;
        if (place.word == value.word) return &place;
        if (found == nullptr) found = &place;
    }
    return found;
}

/// In the job file; nowhere, for a value of the command line.
FilePlace place_of(const JobOrigin& origin, const JobValue& value) {
    const ValuePlace* place = find_place(origin, value);
    if (origin.file.empty() || (place != nullptr && place->pointer.empty())) return {};
    return place == nullptr ? FilePlace{origin.file, origin.pointer, origin.position}
                            : FilePlace{origin.file, place->pointer, place->position};
}

}  // namespace

Diagnostic blame(const Job& job, const JobValue& value, Diagnostic diagnostic) {
    FilePlace place = place_of(job.origin, value);
    const auto kind = place.file.empty() ? Diagnostic::Kind::Job : Diagnostic::Kind::JobFile;
    return std::move(diagnostic).of(kind).at(std::move(place));
}

void hint_at_name(const Job& job, const JobValue& value, Diagnostic& diagnostic) {
    const FilePlace place = place_of(job.origin, value);
    const bool has_name = !place.file.empty() && place.pointer != job.origin.pointer;
    if (!has_name) return;
    diagnostic.hints.push_back(
        fmt::format("named in {}:{}:{}", place.file, place.position.line, place.position.column));
}

std::string as_written(const Job& job, std::string_view option) {
    const bool is_in_file = !job.origin.file.empty();
    return is_in_file ? fmt::format("\"{}\"", option) : fmt::format("--{}", option);
}

std::vector<Diagnostic> check_values(const Job& job) {
    std::vector<Diagnostic> errors;
    const auto refuse = [&](std::string_view option, Diagnostic error) {
        errors.push_back(blame(job, {option}, std::move(error)));
    };
    if (job.dataset.empty()) refuse("dataset", error("job-no-dataset", "expected a dataset"));
    // Written so that a ppi which is not a number is refused too.
    if (!(job.ppi >= limits::kLeastPpi && job.ppi <= limits::kMostPpi))
        refuse("ppi", error("job-ppi", fmt::format("expected {} to {} pixels per inch, got {}",
                                                   limits::kLeastPpi, limits::kMostPpi, job.ppi)));
    if (job.shard.part < 1 || job.shard.part > job.shard.parts)
        refuse("shard", error("job-shard", fmt::format("expected a part from 1 to {}, got {}",
                                                       job.shard.parts, job.shard.part)));
    if (job.stale && !stale_limit(*job.stale))
        refuse("stale",
               error("job-stale",
                     fmt::format("expected an age as 12months, or a date as 2026-01-01, got \"{}\"",
                                 job.stale->limit),
                     {"units: days, weeks, months, years"}));
    return errors;
}

void sort_by_place(std::vector<Diagnostic>& problems, const std::string& job_file) {
    if (job_file.empty()) return;
    const auto key = [&job_file](const Diagnostic& problem) {
        const bool is_inside = problem.file == job_file;
        return std::make_tuple(!is_inside, is_inside ? problem.line : 0,
                               is_inside ? problem.column : 0);
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&key](const auto& a, const auto& b) { return key(a) < key(b); });
}

bool has_job_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        const bool is_of_job = diagnostic.kind == Diagnostic::Kind::Job ||
                               diagnostic.kind == Diagnostic::Kind::JobFile;
        return diagnostic.severity == Severity::Error && is_of_job;
    });
}

}  // namespace broadside
