#include "broadside/job/stale_facts.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/i18n/places.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/resolve/lookup.hpp"

namespace broadside {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kQuotedBytes = 160;

// The end of the year 9999: dates have four digits.
constexpr std::int64_t kLastSecond = 253402300799;

/// The days that a date may mean, which is reduced to its month or year.
struct Days {
    year_month_day first, last;
};

/// `date` is one by `load::is_date`.
Days days_of(std::string_view date) {
    const auto number = [date](std::size_t at, std::size_t size) {
        return static_cast<int>(load::parse_whole_number(date.substr(at, size)).value_or(0));
    };
    const std::chrono::year year(number(0, 4));
    if (date.size() == 4)
        return {year / std::chrono::January / 1, year / std::chrono::December / 31};
    const std::chrono::month month(static_cast<unsigned>(number(5, 2)));
    if (date.size() == 7) return {year / month / 1, year / month / std::chrono::last};
    const year_month_day day = year / month / number(8, 2);
    return {day, day};
}

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

std::string text_of(year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

class Inspection {
public:
    Inspection(const DatasetInput& dataset, const StaleRequest& request)
        : dataset_(dataset.dataset),
          places_(dataset.file.name, dataset.file.bytes),
          today_(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(
              std::chrono::seconds(std::clamp<std::int64_t>(request.now, 0, kLastSecond))))) {
        const auto age = age_of(request.limit);
        limit_ = age ? before(today_, *age) : days_of(request.limit).first;
    }

    std::vector<Diagnostic> run() && {
        for (const auto& [id, cell] : dataset_.cells) look_at(cell.provenance, cell.pointer);
        for (const model::Section& section : dataset_.sections) {
            for (const model::Row& row : section.rows) look_at(row);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        return std::move(found_);
    }

private:
    static bool is_fact(const Provenance& provenance) {
        return !provenance.source.empty() || !provenance.checked.empty();
    }

    void look_at(const model::Row& row) {
        look_at(row.provenance, row.pointer);
        if (is_fact(row.band_provenance))
            look_at(completed(row.band_provenance, row.provenance), row.band.pointer);
        for (const auto& [column, cell] : row.cells) {
            if (is_fact(cell.provenance))
                look_at(resolve::provenance_of(dataset_, row, cell), cell.pointer);
        }
    }

    void look_at(const Provenance& fact, const std::string& pointer) {
        if (!is_fact(fact)) return;
        if (fact.checked.empty()) return report("never-checked", "never checked", fact, pointer);
        const Days days = days_of(fact.checked);
        if (sys_days(days.first) > sys_days(today_))
            return report("checked-in-future",
                          fmt::format("checked {}, and today is {}", fact.checked, text_of(today_)),
                          fact, pointer);
        if (sys_days(days.last) < sys_days(limit_))
            report("stale-fact",
                   fmt::format("last checked {}, before {}", fact.checked, text_of(limit_)), fact,
                   pointer);
    }

    void report(std::string code, std::string message, const Provenance& fact,
                const std::string& pointer) {
        message +=
            fact.source.empty() ? "; no source" : "; source: " + excerpt(fact.source, kQuotedBytes);
        std::replace(message.begin(), message.end(), '\n', ' ');
        found_.push_back(
            warning(std::move(code), std::move(message)).at(places_.place_of(pointer)));
    }

    const model::Dataset& dataset_;
    const i18n::Places places_;
    const year_month_day today_;
    year_month_day limit_;
    std::vector<Diagnostic> found_;
};

}  // namespace

bool is_stale_limit(std::string_view limit) {
    return age_of(limit).has_value() || load::is_date(limit);
}

std::vector<Diagnostic> stale_facts(const DatasetInput& dataset, const StaleRequest& request) {
    return Inspection(dataset, request).run();
}

}  // namespace broadside
