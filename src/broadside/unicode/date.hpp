#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Dates as a language writes them, by CLDR, in the Gregorian calendar.
namespace broadside::unicode {

/// "7/1/2026", "Jul 1, 2026" or "July 1, 2026".
enum class DateLength : std::uint8_t { Numeric, Medium, Long };

/// `date` is one of ISO 8601, possibly reduced: "2026-07-01", "2026-07" or "2026". `zero` is that
/// of the digits.
std::string format_date(std::string_view date, std::string_view language, DateLength length,
                        char32_t zero);

/// The same in a pattern of CLDR, of days, months and years in full: "dd/MM/y".
std::string format_date_as(std::string_view date, std::string_view language,
                           std::string_view pattern, char32_t zero);

/// The ends of "2022-01/2022-03"; of one date, that one twice.
struct Dates {
    std::string_view from, to;
};

Dates dates_of(std::string_view text);

/// From one date to another, as a language writes it, by CLDR: "1–14 March 2025". A line that has
/// no room for all of it may end between the two parts, of which the second may be empty.
struct DateRange {
    std::string first, second;
};

/// Two dates of one precision, the earlier first. `zero` is that of the digits.
DateRange format_range(std::string_view from, std::string_view to, std::string_view language,
                       DateLength length, char32_t zero);

}  // namespace broadside::unicode
