#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Numbers as people write them, and as a language does by CLDR.
namespace broadside::unicode {

/// The zero of the digits that documents use unless their language asks for others.
inline constexpr char32_t kAsciiZero = U'0';
inline constexpr char32_t kArabicZero = 0x0660;

/// Ten digits that follow each other from `zero` on.
struct DigitSystem {
    std::string_view name;  // in CLDR
    char32_t zero;
};

/// The decimal systems of living scripts, and the digits that are as wide as Chinese characters.
inline constexpr DigitSystem kDigitSystems[] = {
#include "broadside/unicode/digit_systems.inc"
};

/// Category Nd: a digit of any decimal system.
bool is_digit(char32_t c);
bool has_digit(std::string_view text);

/// The zero of the digits that a digit is one of.
char32_t zero_of(char32_t digit);

/// A full stop, a comma and the Arabic decimal separator: each is one somewhere.
bool is_decimal_sign(char32_t c);

/// Percent, the Arabic percent, and per mille.
constexpr bool is_percent_sign(char32_t c) { return c == '%' || c == 0x066A || c == 0x2030; }

/// What people write before the digits of a negative number: a hyphen, the minus sign, the en dash,
/// and the small and full-width hyphens.
bool is_minus(char32_t c);

/// Whether a text's last character is a digit, also a raised one: what is raised behind it reads as
/// its power.
bool ends_with_digit(std::string_view text);

/// Whether it ends with a digit, or with one and a unit of up to three letters ("2.5 ml"): behind
/// either, a raised number reads as a power.
bool ends_with_quantity(std::string_view text);

/// Nothing but a dash, which stands for a missing number.
bool is_dash(std::string_view text);

/// The number with a real minus sign in place of a hyphen in front of its digits.
std::string with_minus_sign(std::string_view number);

/// A number of ASCII digits written with the digits that begin at `zero`. Arabic digits take the
/// Arabic decimal separator too, for their zero is a dot. Other signs stay as they are.
std::string with_digits(std::string_view number, char32_t zero);

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
