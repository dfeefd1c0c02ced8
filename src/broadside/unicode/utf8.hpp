#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::unicode {

inline constexpr char32_t kReplacement = 0xFFFD;

/// A character and the bytes it was read from.
struct Character {
    char32_t code = 0;
    std::uint32_t begin = 0, size = 0;
};

using Characters = std::vector<Character>;

constexpr std::string_view without_byte_order_mark(std::string_view utf8) {
    return utf8.starts_with("\xEF\xBB\xBF") ? utf8.substr(3) : utf8;
}

/// Inside a character of UTF-8.
constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// Bytes of the well-formed character at offset `at` (Unicode 15, table 3-7); 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at);

/// The character at offset `at`, which is below the text's size. A byte that is no part of one is
/// U+FFFD (3.9, best practice for U+FFFD substitution), so that a broken string is reported and not
/// dropped.
Character character_at(std::string_view text, std::size_t at);

/// The code point that ends just before byte `at`, which is not 0, of valid UTF-8.
char32_t code_point_before(std::string_view utf8, std::size_t at);

/// All of the text, as `character_at` reads it.
Characters characters_of(std::string_view text);
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);

void append_utf8(std::string& to, char32_t code);

/// The text with U+FFFD in place of NUL and of each byte that is no part of a character, as names
/// of files may have.
std::string to_utf8(std::string_view text);

}  // namespace broadside::unicode
