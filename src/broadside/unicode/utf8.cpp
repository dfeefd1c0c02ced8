#include "broadside/unicode/utf8.hpp"

#include <glib.h>

#include <memory>

namespace broadside::unicode {

Character character_at(std::string_view text, std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, begin, 1};
    const gunichar code =
        g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
    if (code > 0x10FFFF) return {kReplacement, begin, 1};
    return {code, begin, static_cast<std::uint32_t>(g_unichar_to_utf8(code, nullptr))};
}

std::size_t sequence_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const Character character = character_at(text, at);
    const bool is_broken = character.size == 1 && character.code == kReplacement;
    return is_broken ? 0 : character.size;
}

char32_t code_point_before(std::string_view utf8, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && is_continuation(utf8[start])) --start;
    return character_at(utf8, start).code;
}

Characters characters_of(std::string_view text) {
    Characters characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); at += characters.back().size)
        characters.push_back(character_at(text, at));
    return characters;
}

std::u32string decode(std::string_view text) {
    std::u32string codes;
    for (const Character& character : characters_of(text)) codes += character.code;
    return codes;
}

std::string encode(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) append_utf8(bytes, c);
    return bytes;
}

void append_utf8(std::string& to, char32_t code) {
    char bytes[6];
    to.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(code, bytes)));
}

std::string to_utf8(std::string_view text) {
    if (text.empty()) return {};
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
    return valid.get();
}

}  // namespace broadside::unicode
