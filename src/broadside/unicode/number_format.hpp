#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Numbers as a language writes them, by CLDR.
namespace broadside::unicode {

struct NumberFormat {
    std::string_view tag;             // of the language, with the digits that it is for
    std::string_view decimal, group;  // signs
    std::size_t higher_group;         // digits of the groups before the last one, which has three
    std::size_t least_grouped;        // digits before the last group, for there to be groups
    std::string_view percent, currency;  // "# %", "¤#": the number and the sign
    std::string_view range;              // between two numbers
};

/// That of the language or of the nearest parent that has one. `zero` is that of the digits.
const NumberFormat& number_format(std::string_view language, char32_t zero);

/// A text with the byte of its number that stands on the axis of others.
struct FormattedNumber {
    std::string text;
    std::size_t axis = 0;
};

/// `number` is one of JSON without exponent. Its digits are its precision.
FormattedNumber format_number(std::string_view number, const NumberFormat& format, char32_t zero);

/// A pattern with the number for its `#` and `sign` for its `¤`; a minus stands before all.
FormattedNumber fill_pattern(std::string_view pattern, FormattedNumber number,
                             std::string_view sign = {});

/// Whether a unit is a currency's sign, which many languages set before the number: "€", "US$".
bool is_currency_sign(std::string_view unit);

}  // namespace broadside::unicode
