#include "broadside/resolve/numbers.hpp"

#include <algorithm>

#include "broadside/base/characters.hpp"
#include "broadside/resolve/characters.hpp"

namespace broadside::resolve {

namespace {

/// Decimal and grouping signs: . , ' ’ and the Arabic ones.
bool is_separator(char32_t c) {
    return c == U'.' || c == U',' || c == U'\'' || c == 0x2019 || c == 0x066B || c == 0x066C;
}

bool is_unit(char32_t c) {
    return c == U'$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == U'%' ||
           c == 0x066A || c == 0x2030;
}

bool is_sign_or_unit(char32_t c) { return is_minus(c) || c == U'+' || is_unit(c) || is_space(c); }

}  // namespace

bool is_number(std::string_view text) {
    const std::u32string characters = decode(text);
    const auto first = std::find_if(characters.begin(), characters.end(), is_digit);
    if (first == characters.end()) return false;
    const auto after_last = std::find_if(characters.rbegin(), characters.rend(), is_digit).base();
    return std::all_of(characters.begin(), first,
                       [](char32_t c) { return is_sign_or_unit(c) || is_separator(c); }) &&
           std::all_of(first, after_last,
                       [](char32_t c) { return is_digit(c) || is_separator(c) || is_space(c); }) &&
           std::all_of(after_last, characters.end(),
                       [](char32_t c) { return is_unit(c) || is_space(c); });
}

bool is_dash(std::string_view text) {
    return text == "-" || text == "\u2012" || text == "\u2013" || text == "\u2014" ||
           text == kMinusSign;
}

std::string with_minus_sign(std::string_view number) {
    const bool has_hyphen =
        number.size() > 1 && number[0] == '-' && is_digit(code_point_at(number, 1).code);
    if (!has_hyphen) return std::string(number);
    return std::string(kMinusSign).append(number.substr(1));
}

}  // namespace broadside::resolve
