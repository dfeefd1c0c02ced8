#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What texts may hold, and the shapes that ids and dates must have.
namespace broadside::load {

/// ASCII letters, digits, `-`, `_` and `.`; not empty, and not starting with a point, as ids become
/// file names.
bool is_id(std::string_view text);

/// The days that a date may mean.
struct Days {
    std::chrono::year_month_day first, last;
};

/// Of `2022`, `2022-01` or `2022-01-31`: a day of the Gregorian calendar, possibly reduced to its
/// month or year (ISO 8601).
std::optional<Days> parse_days(std::string_view text);

inline bool is_date(std::string_view text) { return parse_days(text).has_value(); }

/// Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Names such a byte: "expected UTF-8, got the byte 0xFF".
std::string utf8_problem(char byte);

/// What is wrong with the first character that no text may have: "the control character U+0007".
/// Control characters other than line feed, noncharacters, and overrides of the direction of
/// letters, which make a text read as another. The text is valid UTF-8.
std::optional<std::string> find_unfit_character(std::string_view text);

}  // namespace broadside::load
