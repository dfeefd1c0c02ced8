#include "broadside/unicode/numbers.hpp"

#include <glib.h>

#include <algorithm>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

/// Decimal and grouping signs: . , ' ’ and the Arabic ones.
bool is_separator(char32_t c) {
    return c == U'.' || c == U',' || c == U'\'' || c == 0x2019 || c == 0x066B || c == 0x066C;
}

bool is_unit(char32_t c) {
    return g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL || c == U'%' || c == 0x066A ||
           c == 0x2030;
}

bool is_sign_or_unit(char32_t c) {
    return is_minus(c) || c == U'+' || is_unit(c) || parts_words(c);
}

}  // namespace

bool is_digit(char32_t c) { return g_unichar_isdigit(c); }

bool is_minus(char32_t c) {
    return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0xFE63 || c == 0xFF0D;
}

bool is_number(std::string_view text) {
    const std::u32string characters = decode(text);
    const auto first = std::find_if(characters.begin(), characters.end(), is_digit);
    if (first == characters.end()) return false;
    const auto after_last = std::find_if(characters.rbegin(), characters.rend(), is_digit).base();
    return std::all_of(characters.begin(), first,
                       [](char32_t c) { return is_sign_or_unit(c) || is_separator(c); }) &&
           std::all_of(
               first, after_last,
               [](char32_t c) { return is_digit(c) || is_separator(c) || parts_words(c); }) &&
           std::all_of(after_last, characters.end(),
                       [](char32_t c) { return is_unit(c) || parts_words(c); });
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
