#include "broadside/base/characters.hpp"

#include <algorithm>
#include <iterator>

namespace broadside {

namespace {

struct CharacterRange {
    char32_t first, last;
};

template <std::size_t count>
bool lies_in(char32_t c, const CharacterRange (&ranges)[count]) {
    return std::any_of(std::begin(ranges), std::end(ranges), [c](const CharacterRange& range) {
        return c >= range.first && c <= range.last;
    });
}

// DerivedCoreProperties.txt, Unicode 15.
constexpr CharacterRange kDefaultIgnorable[] = {
    {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

// PropList.txt, Unicode 15.
constexpr CharacterRange kWhiteSpace[] = {
    {0x0009, 0x000D}, {0x0020, 0x0020}, {0x0085, 0x0085}, {0x00A0, 0x00A0}, {0x1680, 0x1680},
    {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};

std::size_t bytes_after(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead < 0xE0) return 1;
    return lead < 0xF0 ? 2 : 3;
}

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::size_t at) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t size = std::min(bytes_after(lead) + 1, utf8.size() - at);
    if (size == 1) return {lead, 1};
    char32_t code = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        code = (code << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3Fu);
    return {code, size};
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_noncharacter(char32_t c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEu) == 0xFFFEu;
}

bool is_direction_override(char32_t c) { return c == 0x202D || c == 0x202E; }

bool is_direction_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_white_space(char32_t c) { return lies_in(c, kWhiteSpace); }

bool is_default_ignorable(char32_t c) { return lies_in(c, kDefaultIgnorable); }

}  // namespace broadside
