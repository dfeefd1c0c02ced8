#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/sheets/sheet.hpp"
#include "broadside/sheets/shown_date.hpp"
#include "broadside/sheets/shown_fraction.hpp"
#include "broadside/sheets/shown_time.hpp"

/// How a spreadsheet writes a number: formats of SpreadsheetML (ECMA-376, 18.8.30).
namespace broadside::sheets {

struct NumberFormat {
    enum class Kind { General, Number, Date, Month, Time, DateTime };
    Kind kind = Kind::General;
    std::optional<int> decimals = {};
    int open_decimals = 0;  // of these, the last ones, which are shown as far as they are no zeros
    int shift = 0;          // what is shown is the number times 10 to this power
    std::string unit = {};  // "%", or a currency's sign, or a word behind
    std::string before = {}, behind = {};  // that and else what stands around the digits
    std::string label = {};                // of digits that are no quantity's: see number_labels
    bool is_grouped = false;
    bool has_plus = false;                  // before numbers above zero
    char32_t zero = U'0';                   // of the digits that it shows
    std::array<std::string, 3> words = {};  // instead of numbers above, below and of zero
    std::array<bool, 3> is_hidden = {};     // whether these show nothing at all
    ShownDate shown_date = {};
    ShownTime shown_time = {};
    ShownFraction fraction = {};
    std::string relation = {};  // to `bound`, of the numbers that it is for; empty: all
    double bound = 0;
    std::vector<NumberFormat> choices = {};  // the first that is for a number takes its place
};

NumberFormat parse_format(std::string_view code);

/// One of those that files name by number alone.
NumberFormat builtin_format(int id);

/// Gives a cell its number, or the date or time that it stands for; nothing where the format hides
/// it.
void set_number(Cell& cell, double value, const NumberFormat& format, DateSystem system);

/// The number times 10 to the power of `shift` as JSON has it, as precise as sheets are; halves are
/// rounded away from zero, as sheets show them. Empty where it has too many digits.
std::string json_number(double value, std::optional<int> decimals, int shift);

/// Nothing where the text is no number.
std::optional<double> parse_double(std::string_view text);

}  // namespace broadside::sheets
