#include "broadside/options/job_value.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Age {
    enum class Unit { Day, Week, Month, Year };
    int count = 0;
    Unit unit = Unit::Day;
};

std::optional<Age> age_of(std::string_view text) {
    constexpr std::pair<std::string_view, Age::Unit> kUnits[] = {{"day", Age::Unit::Day},
                                                                 {"week", Age::Unit::Week},
                                                                 {"month", Age::Unit::Month},
                                                                 {"year", Age::Unit::Year}};
    constexpr std::size_t kMostDigits = 4;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > kMostDigits) return std::nullopt;
    std::string_view unit = text.substr(digits);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    for (const auto& [word, meaning] : kUnits) {
        if (unit != word) continue;
        return Age{static_cast<int>(load::parse_whole_number(text.substr(0, digits)).value_or(0)),
                   meaning};
    }
    return std::nullopt;
}

/// That long before `day`; in a month that has no such day, on its last one.
year_month_day before(year_month_day day, const Age& age) {
    switch (age.unit) {
        case Age::Unit::Day: return sys_days(day) - std::chrono::days(age.count);
        case Age::Unit::Week: return sys_days(day) - std::chrono::weeks(age.count);
        case Age::Unit::Month: day -= std::chrono::months(age.count); break;
        case Age::Unit::Year: day -= std::chrono::years(age.count); break;
    }
    return day.ok() ? day : day.year() / day.month() / std::chrono::last;
}

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

year_month_day today(const StaleRequest& request) {
    const std::chrono::seconds now(std::clamp<std::int64_t>(request.now, 0, limits::kLastSecond));
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(now));
}

std::optional<year_month_day> stale_limit(const StaleRequest& request) {
    if (const auto age = age_of(request.limit)) return before(today(request), *age);
    const auto days = load::parse_days(request.limit);
    return days ? std::optional(days->first) : std::nullopt;
}

Diagnostics check_values(const Job& job) {
    Diagnostics errors;
    const auto refuse = [&](std::string_view option, Diagnostic error) {
        errors.push_back(blame(job, {option}, std::move(error)));
    };
    if (job.dataset.empty()) refuse("dataset", error("job-no-dataset", "expected a dataset"));
    // Written so that a ppi which is not a number is refused too.
    if (!(job.output_options.ppi >= limits::kLeastPpi &&
          job.output_options.ppi <= limits::kMostPpi))
        refuse("ppi", error("job-ppi", fmt::format("expected {} to {} pixels per inch, got {}",
                                                   limits::kLeastPpi, limits::kMostPpi,
                                                   job.output_options.ppi)));
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

void sort_by_place(Diagnostics& problems, const std::string& job_file) {
    if (job_file.empty()) return;
    const auto key = [&job_file](const Diagnostic& problem) {
        const bool is_inside = problem.file == job_file;
        return std::make_tuple(!is_inside, is_inside ? problem.line : 0,
                               is_inside ? problem.column : 0);
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&key](const auto& a, const auto& b) { return key(a) < key(b); });
}

bool has_job_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        const bool is_of_job = diagnostic.kind == Diagnostic::Kind::Job ||
                               diagnostic.kind == Diagnostic::Kind::JobFile;
        return diagnostic.severity == Severity::Error && is_of_job;
    });
}

}  // namespace broadside
