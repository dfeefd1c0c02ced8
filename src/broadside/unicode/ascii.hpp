#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// The letters and digits that formats and addresses are written with, whatever the locale.
namespace broadside::unicode {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr bool is_ascii_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/// Of what an id has.
constexpr bool is_of_id(char c) {
    return is_ascii_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
}

/// At least one.
constexpr bool are_ascii_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

constexpr char in_small_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string in_small_ascii(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = in_small_ascii(c);
    return small;
}

inline std::string in_large_ascii(std::string_view text) {
    std::string large(text);
    for (char& c : large) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return large;
}

/// What stands before the next sign, one of `signs`, which is removed with it: all where there is
/// none.
constexpr std::string_view take_until(std::string_view& rest, auto signs) {
    const std::string_view before = rest.substr(0, rest.find_first_of(signs));
    rest.remove_prefix(std::min(before.size() + 1, rest.size()));
    return before;
}

/// What stands between the signs, at least one part: it may be empty, as each may be.
inline std::vector<std::string_view> split(std::string_view text, char sign) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(sign);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace broadside::unicode
