#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Numbers and dates as people type them into a sheet.
namespace broadside::imports {

/// A number before it is known what `.` and `,` mean in it.
struct Figure {
    std::string digits;    // ASCII digits and separators: "1.234,50"; a minus in front
    std::string to;        // the end of a range; empty: none
    std::string relation;  // as a dataset has it: "<", "~"; empty: equal
    std::string unit;      // "€", "%", "kg"; empty: none
};

/// Nothing where a text is no number: a word, a version, a time, a number with a zero in front.
std::optional<Figure> figure_of(std::string_view text);

/// What the separators of numbers tell of the decimal sign.
struct DecimalEvidence {
    std::size_t points = 0, commas = 0;
};

void add_evidence(const Figure& figure, DecimalEvidence& evidence);

/// The digits as JSON has them, where `decimal` is the decimal sign; nothing where they are no
/// number then.
std::optional<std::string> number_of(std::string_view digits, char decimal);

/// Which part of "03/04/2026" is the day.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

/// Whether one of the dates tells, as 13/04/2026 does.
DateOrder order_of(const std::vector<std::string_view>& dates, std::string_view language);

/// ISO 8601; nothing where a text is no date, or may be two.
std::optional<std::string> date_of(std::string_view text, DateOrder order);

}  // namespace broadside::imports
