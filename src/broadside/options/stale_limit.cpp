#include "broadside/options/stale_limit.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

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

}  // namespace

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

year_month_day today(const StaleRequest& request) {
    const std::chrono::seconds now(std::clamp<std::int64_t>(request.now, 0, limits::kLastSecond));
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(now));
}

std::optional<year_month_day> stale_limit(const StaleRequest& request) {
    if (const auto age = age_of(request.limit)) return before(today(request), *age);
    if (load::is_date(request.limit)) return days_of(request.limit).first;
    return std::nullopt;
}

}  // namespace broadside
