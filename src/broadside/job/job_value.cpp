#include "broadside/job/job_value.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/job/stale_facts.hpp"

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

Diagnostic wrong_value(const Job& job, std::string_view option, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = fmt::format("job-{}", option);
    diagnostic.message = std::move(message);
    blame(job, {option}, diagnostic);
    return diagnostic;
}

}  // namespace

void blame(const Job& job, const JobValue& value, Diagnostic& diagnostic) {
    if (job.origin.file.empty()) return;
    const ValuePlace* place = find_place(job.origin, value);
    if (place != nullptr && place->pointer.empty()) return;
    diagnostic.file = job.origin.file;
    const TextPosition& position = place == nullptr ? job.origin.position : place->position;
    diagnostic.pointer = place == nullptr ? job.origin.pointer : place->pointer;
    diagnostic.line = position.line;
    diagnostic.column = position.column;
}

void hint_at_name(const Job& job, const JobValue& value, Diagnostic& diagnostic) {
    Diagnostic place;
    blame(job, value, place);
    const bool has_name = !place.file.empty() && place.pointer != job.origin.pointer;
    if (!has_name) return;
    diagnostic.hints.push_back(
        fmt::format("named in {}:{}:{}", place.file, place.line, place.column));
}

std::string as_written(const Job& job, std::string_view option) {
    const bool is_in_file = !job.origin.file.empty();
    return is_in_file ? fmt::format("\"{}\"", option) : fmt::format("--{}", option);
}

std::vector<Diagnostic> check_values(const Job& job) {
    std::vector<Diagnostic> errors;
    if (job.dataset.empty()) {
        errors.push_back(wrong_value(job, "dataset", "expected a dataset"));
        errors.back().code = "job-no-dataset";
    }
    // Written so that a ppi which is not a number is refused too.
    if (!(job.ppi >= limits::kLeastPpi && job.ppi <= limits::kMostPpi)) {
        errors.push_back(wrong_value(job, "ppi",
                                     fmt::format("expected {} to {} pixels per inch, got {}",
                                                 limits::kLeastPpi, limits::kMostPpi, job.ppi)));
    }
    if (job.shard.part < 1 || job.shard.part > job.shard.parts) {
        errors.push_back(wrong_value(
            job, "shard",
            fmt::format("expected a part from 1 to {}, got {}", job.shard.parts, job.shard.part)));
    }
    if (job.stale && !is_stale_limit(job.stale->limit)) {
        errors.push_back(
            wrong_value(job, "stale",
                        fmt::format("expected an age as 12months, or a date as 2026-01-01, got "
                                    "\"{}\"",
                                    job.stale->limit)));
        errors.back().hints = {"units: days, weeks, months, years"};
    }
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
        return diagnostic.severity == Severity::Error && diagnostic.code.starts_with("job-");
    });
}

}  // namespace broadside
