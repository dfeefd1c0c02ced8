#include "broadside/unicode/numbers.hpp"

#include <glib.h>

#include <algorithm>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

bool is_digit(char32_t c) { return g_unichar_isdigit(c); }

bool has_digit(std::string_view text) {
    const std::u32string characters = decode(text);
    return std::any_of(characters.begin(), characters.end(), is_digit);
}

char32_t zero_of(char32_t digit) {
    return digit - static_cast<char32_t>(g_unichar_digit_value(digit));
}

bool is_decimal_sign(char32_t c) { return c == '.' || c == ',' || c == 0x066B; }

bool is_minus(char32_t c) {
    return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0xFE63 || c == 0xFF0D;
}

bool ends_with_digit(std::string_view text) {
    if (text.empty()) return false;
    const char32_t last = code_point_before(text, text.size());
    return is_digit(last) || g_unichar_type(last) == G_UNICODE_OTHER_NUMBER;
}

bool is_dash(std::string_view text) {
    return text == "-" || text == "\u2012" || text == "\u2013" || text == "\u2014" ||
           text == kMinusSign;
}

std::string with_minus_sign(std::string_view number) {
    const bool has_hyphen =
        number.size() > 1 && number[0] == '-' && is_digit(character_at(number, 1).code);
    if (!has_hyphen) return std::string(number);
    return std::string(kMinusSign).append(number.substr(1));
}

std::string with_digits(std::string_view number, char32_t zero) {
    constexpr char32_t kArabicZero = 0x0660, kExtendedArabicZero = 0x06F0;
    constexpr std::string_view kArabicDecimalSeparator = "\u066B";
    if (zero == kAsciiZero) return std::string(number);
    const bool is_arabic = zero == kArabicZero || zero == kExtendedArabicZero;
    std::string out;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            append_utf8(out, zero + static_cast<char32_t>(c - '0'));
        } else if (c == '.' && is_arabic) {
            out += kArabicDecimalSeparator;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace broadside::unicode
