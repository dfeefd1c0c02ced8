#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Numbers and dates as people type them into a sheet.
namespace broadside::load {

/// A number before it is known what `.` and `,` mean in it.
struct TypedFigure {
    std::string digits;       // ASCII digits and separators: "1.234,50"; a minus in front
    std::string to;           // the end of a range; empty: none
    std::string relation;     // as a dataset has it: "<", "~"; empty: equal
    std::string unit;         // "€", "%", "kg"; empty: none
    bool is_unusual = false;  // a number among others alone: "(5)" or "5-", ".5", "5.-"
    bool has_plus = false;    // "+5"
    bool has_dash = false;    // in place of cents: "5.–"
};

/// Nothing where a text is no number: a word, a version, a time, a number with a zero in front.
std::optional<TypedFigure> figure_of(std::string_view text);

/// What the separators of numbers tell of the decimal sign.
struct DecimalEvidence {
    std::size_t points = 0, commas = 0;                      // that can only be decimal signs
    std::size_t threes_at_points = 0, threes_at_commas = 0;  // "1.234": decimals or thousands
    std::size_t wholes = 0;                                  // without separators
    bool has_decimals = false;                               // in numbers of the sheet's own
};

void add_evidence(const TypedFigure& figure, DecimalEvidence& evidence);

/// How a column writes its numbers.
struct DecimalSign {
    char sign = '.';
    bool is_doubtful = false;  // where three digits stand behind a separator
};

/// `usual`: of the sheet or its language, where the column does not tell. Where that is in doubt, a
/// separator before three digits, wherever it stands, parts thousands.
DecimalSign decimal_sign(const DecimalEvidence& column, DecimalSign usual);

/// Whether three digits stand behind the figure's only separator.
bool has_threes(const TypedFigure& figure);

/// The digits as JSON has them, where `decimal` is the decimal sign; nothing where they are no
/// number then.
std::optional<std::string> number_of(std::string_view digits, char decimal);

/// Which part of "03/04/2026" is the day.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

/// Whether one of the dates tells, as 13/04/2026 does.
DateOrder order_of(const std::vector<std::string_view>& dates, std::string_view language);

/// ISO 8601; nothing where a text is no date, or may be two.
std::optional<std::string> date_of(std::string_view text, DateOrder order);

}  // namespace broadside::load
