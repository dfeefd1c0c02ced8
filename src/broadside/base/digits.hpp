#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// The zero of the digits that documents use unless their language asks for others.
inline constexpr char32_t kAsciiZero = U'0';

/// Ten digits that follow each other from `zero` on.
struct DigitSystem {
    std::string_view name;  // in CLDR
    char32_t zero;
};

/// CLDR, supplemental/numberingSystems.xml: the decimal systems of living scripts, and the digits
/// that are as wide as Chinese characters.
inline constexpr DigitSystem kDigitSystems[] = {
    {"latn", kAsciiZero}, {"arab", 0x0660},    {"arabext", 0x06F0}, {"beng", 0x09E6},
    {"deva", 0x0966},     {"gujr", 0x0AE6},    {"guru", 0x0A66},    {"khmr", 0x17E0},
    {"knda", 0x0CE6},     {"laoo", 0x0ED0},    {"mlym", 0x0D66},    {"mymr", 0x1040},
    {"orya", 0x0B66},     {"telu", 0x0C66},    {"thai", 0x0E50},    {"tibt", 0x0F20},
    {"tamldec", 0x0BE6},  {"fullwide", 0xFF10}};

/// A digit of one of the systems.
bool is_digit(char32_t c);

/// What people write before the digits of a negative number: a hyphen, the minus sign, the en dash,
/// and the small and full-width hyphens.
bool is_minus(char32_t c);

/// A number of ASCII digits written with the digits that begin at `zero`. Arabic digits take the
/// Arabic decimal separator too, for their zero is a dot. Other signs stay as they are.
std::string with_digits(std::string_view number, char32_t zero);

}  // namespace broadside
