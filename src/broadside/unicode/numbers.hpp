#pragma once

#include <string>
#include <string_view>

/// Numbers as people write them.
namespace broadside::unicode {

/// The zero of the digits that documents use unless their language asks for others.
inline constexpr char32_t kAsciiZero = U'0';

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

/// What people write before the digits of a negative number: a hyphen, the minus sign, the en dash,
/// and the small and full-width hyphens.
bool is_minus(char32_t c);

/// Whether a text's last character is a digit, also a raised one: what is raised behind it reads as
/// its power.
bool ends_with_digit(std::string_view text);

/// Nothing but a dash, which stands for a missing number.
bool is_dash(std::string_view text);

/// The number with a real minus sign in place of a hyphen in front of its digits.
std::string with_minus_sign(std::string_view number);

/// A number of ASCII digits written with the digits that begin at `zero`. Arabic digits take the
/// Arabic decimal separator too, for their zero is a dot. Other signs stay as they are.
std::string with_digits(std::string_view number, char32_t zero);

}  // namespace broadside::unicode
