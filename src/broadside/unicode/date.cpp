#include "broadside/unicode/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <utility>

#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::unicode {

namespace {

/// Patterns of UTS 35, and the names of the twelve months between `|`.
struct DateFormat {
    std::string_view tag;
    std::string_view year;
    std::array<std::string_view, 3> month, day;  // by length
    std::string_view short_months, months;       // beside a day
    std::string_view short_lone_months, lone_months;
};

constexpr DateFormat kDateFormats[] = {
#include "broadside/unicode/date_formats.inc"
};

/// The names of the seven days from Sunday between `|`.
struct WeekdayNames {
    std::string_view tag;
    std::string_view short_names, names;
};

constexpr WeekdayNames kWeekdayNames[] = {
#include "broadside/unicode/weekday_names.inc"
};

/// Year, month and day of a date are parts 0 to 2, and the names of a list what is between `|`.
std::string_view part_of(std::string_view list, std::size_t index, char separator) {
    for (; index > 0; --index)
        list.remove_prefix(std::min(list.find(separator), list.size() - 1) + 1);
    return list.substr(0, list.find(separator));
}

/// How many parts a date has less one.
std::size_t precision_of(std::string_view date) {
    return static_cast<std::size_t>(std::count(date.begin(), date.end(), '-'));
}

/// Of the field, the words between quotation marks or the sign that a pattern begins with.
std::size_t size_of_part(std::string_view pattern) {
    if (pattern[0] == '\'') return std::min(pattern.find('\'', 1), pattern.size() - 1) + 1;
    return std::min(pattern.find_first_not_of(pattern[0]), pattern.size());
}

/// Which of 'y', 'M' and 'd' a pattern begins with, and 'M' for 'L'; 0: none.
char field_at(std::string_view pattern) {
    const char field = pattern[0] == 'L' ? 'M' : pattern[0];
    return field == 'y' || field == 'M' || field == 'd' ? field : '\0';
}

struct DateWriter {
    std::string_view date;
    const DateFormat& format;
    const WeekdayNames& days;
    char32_t zero;

    std::string write(std::string_view pattern) const {
        std::string out;
        while (!pattern.empty()) {
            const std::size_t size = size_of_part(pattern);
            if (pattern[0] == '\'')
                out += size == 2 ? "'" : pattern.substr(1, size - 2);
            else
                out += field(pattern.substr(0, size));
            pattern.remove_prefix(size);
        }
        return out;
    }

    std::string field(std::string_view letters) const {
        switch (letters[0]) {
            case 'y': return with_digits(part_of(date, 0, '-'), zero);
            case 'd': return number(part_of(date, 2, '-'), letters.size());
            case 'M': return month(letters, format.short_months, format.months);
            case 'L': return month(letters, format.short_lone_months, format.lone_months);
            case 'E': return weekday(letters);
            default: return std::string(letters);
        }
    }

    /// In figures, or three letters for its short name, or four for the name in full.
    std::string month(std::string_view letters, std::string_view short_names,
                      std::string_view names) const {
        const std::string_view month = part_of(date, 1, '-');
        if (letters.size() < 3) return number(month, letters.size());
        const int index = (month[0] - '0') * 10 + (month[1] - '1');
        return std::string(part_of(letters.size() == 3 ? short_names : names,
                                   static_cast<std::size_t>(index), '|'));
    }

    /// Three letters for the short name of the day, four for the name in full.
    std::string weekday(std::string_view letters) const {
        const auto part = [this](std::size_t index) {
            int value = 0;
            for (const char digit : part_of(date, index, '-')) value = 10 * value + (digit - '0');
            return value;
        };
        const std::chrono::sys_days day = std::chrono::year(part(0)) / part(1) / part(2);
        return std::string(part_of(letters.size() == 3 ? days.short_names : days.names,
                                   std::chrono::weekday(day).c_encoding(), '|'));
    }

    std::string number(std::string_view digits, std::size_t least) const {
        if (least < 2 && digits.starts_with('0')) digits.remove_prefix(1);
        return with_digits(digits, zero);
    }
};

DateWriter writer(std::string_view date, std::string_view language, char32_t zero) {
    return {date, row_of_language(kDateFormats, language), row_of_language(kWeekdayNames, language),
            zero};
}

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
        const char field = field_at(pattern.substr(at));
        if (field == 0) continue;
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
        if (size == 3 && field_at(pattern) == 'M') wide += pattern[0];
        pattern.remove_prefix(size);
    }
    return wide;
}

/// The fields in their order: "dMy".
std::string order_of(std::string_view pattern) {
    std::string order;
    for (std::size_t at = 0; at < pattern.size(); at += size_of_part(pattern.substr(at))) {
        const char field = field_at(pattern.substr(at));
        if (field != 0 && order.find(field) == order.npos) order += field;
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
    std::string day(interval.day[at == 0 ? 0 : 1][differ(0) ? 2 : differ(1) ? 1 : 0]);
    // Where months have names, a day is written as in one date: Italian CLDR has "dd" in two.
    if (at != 0 && date.day[at].find("dd") == date.day[at].npos) {
        for (std::size_t two; (two = day.find("dd")) != day.npos;) day.erase(two, 1);
    }
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

std::string format_date(std::string_view date, std::string_view language, DateLength length,
                        char32_t zero) {
    const DateFormat& format = row_of_language(kDateFormats, language);
    const auto at = static_cast<std::size_t>(length);
    const std::size_t precision = precision_of(date);
    const std::string_view pattern = precision == 0   ? format.year
                                     : precision == 1 ? format.month[at]
                                                      : format.day[at];
    return writer(date, language, zero).write(pattern);
}

std::string format_date_as(std::string_view date, std::string_view language,
                           std::string_view pattern, char32_t zero) {
    return writer(date, language, zero).write(pattern);
}

Dates dates_of(std::string_view text) {
    const std::size_t slash = text.find('/');
    return {text.substr(0, slash), text.substr(slash == text.npos ? 0 : slash + 1)};
}

DateRange format_range(std::string_view from, std::string_view to, std::string_view language,
                       DateLength length, char32_t zero) {
    if (from == to) return {format_date(from, language, length, zero), {}};
    const IntervalFormat& interval = row_of_language(kIntervalFormats, language);
    const DateFormat& date = row_of_language(kDateFormats, language);
    const std::string pattern = interval_pattern(from, to, date, interval, length);
    if (pattern.empty())
        return joined(interval.fallback, format_date(from, language, length, zero),
                      format_date(to, language, length, zero));
    const std::size_t second = start_of_second(pattern);
    return {writer(from, language, zero).write(pattern.substr(0, second)),
            writer(to, language, zero).write(pattern.substr(second))};
}

}  // namespace broadside::unicode
