#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

/// How CLDR says what dates look like. A `date` is one of ISO 8601, possibly reduced: "2026-07".
namespace broadside::unicode {

/// Patterns of UTS 35, and the names of the twelve months between `|`.
struct DateFormat {
    std::string_view tag;
    std::string_view year;
    std::array<std::string_view, 3> month, day;  // by length
    std::string_view short_months, months;       // beside a day
    std::string_view short_lone_months, lone_months;
};

/// Of the language or its nearest parent.
const DateFormat& date_format(std::string_view language);

/// Year, month and day of a date are parts 0 to 2, and the months of a list what is between `|`.
std::string_view part_of(std::string_view list, std::size_t index, char separator);

/// How many parts a date has less one.
std::size_t precision_of(std::string_view date);

/// Of the field, the words between quotation marks or the sign that a pattern begins with.
std::size_t size_of_part(std::string_view pattern);

/// `zero` is that of the digits.
std::string fill_date(std::string_view pattern, std::string_view date, const DateFormat& format,
                      char32_t zero);

}  // namespace broadside::unicode
