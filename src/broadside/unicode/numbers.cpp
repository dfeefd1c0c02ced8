#include "broadside/unicode/numbers.hpp"

#include <algorithm>
#include <iterator>

#include <glib.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

constexpr NumberFormat kFormats[] = {
#include "broadside/unicode/number_formats.inc"
};

/// Languages that write Arabic digits set other signs beside them. Empty: they are others.
std::string_view digits_of(char32_t zero) {
    constexpr char32_t kExtendedArabicZero = 0x06F0;
    if (zero == kArabicZero) return "/arab";
    return zero == kExtendedArabicZero ? "/arabext" : "";
}

bool begins_group(std::size_t digits_left, const NumberFormat& format) {
    return digits_left >= 3 && (digits_left - 3) % format.higher_group == 0;
}

}  // namespace

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

bool ends_with_quantity(std::string_view text) {
    constexpr std::size_t kLongestUnit = 3;
    std::u32string characters = decode(text);
    for (std::size_t letters = 0; letters < kLongestUnit; ++letters) {
        if (characters.empty() || !is_letter(characters.back())) break;
        characters.pop_back();
    }
    while (!characters.empty() && is_space(characters.back())) characters.pop_back();
    return ends_with_digit(encode(characters));
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
    constexpr std::string_view kArabicDecimalSeparator = "\u066B";
    if (zero == kAsciiZero) return std::string(number);
    const bool is_arabic = !digits_of(zero).empty();
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

const NumberFormat& number_format(std::string_view language, char32_t zero) {
    return row_of_language(kFormats, language, digits_of(zero));
}

FormattedNumber format_number(std::string_view number, const NumberFormat& format, char32_t zero) {
    FormattedNumber formatted;
    if (number.starts_with('-')) {
        formatted.text = kMinusSign;
        number.remove_prefix(1);
    }
    const std::size_t point = std::min(number.find('.'), number.size());
    const bool has_groups = point >= 3 + format.least_grouped;
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && has_groups && begins_group(point - i, format)) formatted.text += format.group;
        formatted.text += with_digits(number.substr(i, 1), zero);
    }
    formatted.axis = formatted.text.size();
    if (point == number.size()) return formatted;
    formatted.text += format.decimal;
    formatted.text += with_digits(number.substr(point + 1), zero);
    return formatted;
}

FormattedNumber fill_pattern(std::string_view pattern, FormattedNumber number,
                             std::string_view sign) {
    FormattedNumber filled;
    constexpr std::string_view kSign = "¤";
    if (!pattern.starts_with('#') && number.text.starts_with(kMinusSign)) {
        filled.text = kMinusSign;
        number.text.erase(0, kMinusSign.size());
        number.axis -= kMinusSign.size();
    }
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] == '#') {
            filled.axis = filled.text.size() + number.axis;
            filled.text += number.text;
            ++at;
        } else if (pattern.substr(at).starts_with(kSign)) {
            filled.text += sign;
            at += kSign.size();
        } else {
            filled.text += pattern[at++];
        }
    }
    return filled;
}

bool is_currency_sign(std::string_view unit) {
    const std::u32string characters = decode(unit);
    return std::any_of(characters.begin(), characters.end(), is_currency) &&
           std::all_of(characters.begin(), characters.end(),
                       [](char32_t c) { return is_currency(c) || (c >= U'A' && c <= U'Z'); });
}

}  // namespace broadside::unicode
