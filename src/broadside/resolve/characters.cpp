#include "broadside/resolve/characters.hpp"

#include <algorithm>
#include <iterator>

#include "broadside/base/characters.hpp"

namespace broadside::resolve {

namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t count>
bool is_in(char32_t c, const Range (&ranges)[count]) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

// Controls, ASCII and Latin-1 signs, general punctuation to miscellaneous symbols, CJK punctuation,
// small and full-width forms of signs, the maqaf, Arabic punctuation, and everything used as an
// icon.
constexpr Range kNoLetters[] = {
    {0x00, 0x40},       {0x5B, 0x60},     {0x7B, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},
    {0xBB, 0xBF},       {0xD7, 0xD7},     {0xF7, 0xF7},     {0x05BE, 0x05BE}, {0x060C, 0x060C},
    {0x061B, 0x061F},   {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x0964, 0x0965}, {0x2000, 0x206F},
    {0x20A0, 0x20CF},   {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
    {0x30FB, 0x30FB},   {0xFE30, 0xFE6F}, {0xFF01, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0x1F000, 0x1FAFF},
};

constexpr Range kWithoutWordSpaces[] = {
    {0x0E01, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x2E80, 0x2FDF}, {0x3005, 0x3007},
    {0x3021, 0x30FF}, {0x31F0, 0x31FF}, {0x3400, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF},
};

}  // namespace

char32_t code_point_before(std::string_view utf8, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && is_continuation(utf8[start])) --start;
    return code_point_at(utf8, start).code;
}

std::u32string decode(std::string_view utf8) {
    std::u32string text;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = code_point_at(utf8, at);
        text += c.code;
        at += c.size;
    }
    return text;
}

bool is_space(char32_t c) {
    constexpr Range kSpaces[] = {{0x09, 0x0D},     {0x20, 0x20},     {0xA0, 0xA0},
                                 {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                 {0x205F, 0x205F}, {0x3000, 0x3000}};
    return is_in(c, kSpaces);
}

bool is_letter(char32_t c) { return !is_digit(c) && !is_in(c, kNoLetters); }

bool is_letter_without_word_spaces(char32_t c) {
    return is_letter(c) && is_in(c, kWithoutWordSpaces);
}

}  // namespace broadside::resolve
