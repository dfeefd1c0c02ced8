#include "broadside/unicode/date_range.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "broadside/unicode/date_pattern.hpp"
#include "broadside/unicode/language_rows.hpp"

namespace broadside::unicode {

namespace {

/// Patterns of UTS 35 of two dates, by the greatest part in which they differ: "MMM d – d, y".
/// Empty where both are written in full, which `fallback` joins.
struct IntervalFormat {
    std::string_view tag;
    std::string_view fallback;
    std::string_view year;
    std::array<std::array<std::string_view, 2>, 3> month;  // by length: month, year
    std::array<std::array<std::string_view, 3>, 2> day;    // in figures or words: day, month, year
};

constexpr IntervalFormat kIntervalFormats[] = {
#include "broadside/unicode/date_intervals.inc"
};

/// Where the second date begins: at the first field that was there already. In full and short a
/// month is one field, beside a day or not.
std::size_t start_of_second(std::string_view pattern) {
    std::string met;
    for (std::size_t at = 0; at < pattern.size(); at += size_of_part(pattern.substr(at))) {
        const char field = pattern[at] == 'L' ? 'M' : pattern[at];
        if (field != 'y' && field != 'M' && field != 'd') continue;
        if (met.find(field) != met.npos) return at;
        met += field;
    }
    return pattern.size();
}

/// The same with short names of months in full.
std::string with_full_months(std::string_view pattern) {
    std::string wide;
    while (!pattern.empty()) {
        const std::size_t size = size_of_part(pattern);
        wide += pattern.substr(0, size);
        if (size == 3 && (pattern[0] == 'M' || pattern[0] == 'L')) wide += pattern[0];
        pattern.remove_prefix(size);
    }
    return wide;
}

/// The fields in their order: "dMy".
std::string order_of(std::string_view pattern) {
    std::string order;
    for (std::size_t at = 0; at < pattern.size(); at += size_of_part(pattern.substr(at))) {
        const char field = pattern[at] == 'L' ? 'M' : pattern[at];
        const bool is_field = field == 'y' || field == 'M' || field == 'd';
        if (is_field && order.find(field) == order.npos) order += field;
    }
    return order;
}

/// Of two different dates of one precision; empty: both are written in full.
std::string interval_pattern(std::string_view from, std::string_view to, const DateFormat& date,
                             const IntervalFormat& interval, DateLength length) {
    if (precision_of(from) == 0) return std::string(interval.year);
    const auto differ = [&](std::size_t part) {
        return part_of(from, part, '-') != part_of(to, part, '-');
    };
    const auto at = static_cast<std::size_t>(length);
    if (precision_of(from) == 1) return std::string(interval.month[at][differ(0) ? 1 : 0]);
    const std::string day(interval.day[at == 0 ? 0 : 1][differ(0) ? 2 : differ(1) ? 1 : 0]);
    // In some countries CLDR has the day first in one date, and last in two.
    if (order_of(day) != order_of(date.day[at])) return "";
    if (length != DateLength::Long || date.day[1] == date.day[2]) return day;
    // CLDR has no patterns of that length: they are those of the medium one, but for a language
    // whose long dates have more words.
    const std::string wide = with_full_months(day);
    const bool has_all_words = with_full_months(date.day[1]) == date.day[2] ||
                               wide.substr(start_of_second(wide)) == date.day[2];
    return has_all_words ? wide : "";
}

/// "{0} – {1}" with both dates.
DateRange joined(std::string_view pattern, const std::string& from, const std::string& to) {
    const std::size_t at = pattern.find("{1}");
    std::string first(pattern.substr(0, at));
    first.replace(first.find("{0}"), 3, from);
    return {std::move(first), to + std::string(pattern.substr(at + 3))};
}

}  // namespace

DateRange format_range(std::string_view from, std::string_view to, std::string_view language,
                       DateLength length, char32_t zero) {
    if (from == to) return {format_date(from, language, length, zero), {}};
    const IntervalFormat& interval = row_of_language(kIntervalFormats, language);
    const DateFormat& date = date_format(language);
    const std::string pattern = interval_pattern(from, to, date, interval, length);
    if (pattern.empty())
        return joined(interval.fallback, format_date(from, language, length, zero),
                      format_date(to, language, length, zero));
    const std::size_t second = start_of_second(pattern);
    return {fill_date(pattern.substr(0, second), from, date, zero),
            fill_date(pattern.substr(second), to, date, zero)};
}

}  // namespace broadside::unicode
