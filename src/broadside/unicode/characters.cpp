#include "broadside/unicode/characters.hpp"

#include <algorithm>

#include <glib.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

/// Code points from the first to the last.
struct CodeRange {
    char32_t first, last;
};

template <std::size_t count>
constexpr bool lies_in(const CodeRange (&ranges)[count], char32_t c) {
    for (const auto& [first, last] : ranges) {
        if (c >= first && c <= last) return true;
    }
    return false;
}

constexpr CodeRange kDefaultIgnorable[] = {
#include "broadside/unicode/default_ignorable.inc"
};

constexpr char32_t kProlongedSound = 0x30FC;  // script Common: both kana have it

struct Superscript {
    char plain;
    std::string_view raised;
};

// There is no q in the plane that fonts have.
constexpr Superscript kSuperscripts[] = {
    {'0', "⁰"}, {'1', "¹"}, {'2', "²"}, {'3', "³"}, {'4', "⁴"}, {'5', "⁵"}, {'6', "⁶"}, {'7', "⁷"},
    {'8', "⁸"}, {'9', "⁹"}, {'+', "⁺"}, {'-', "⁻"}, {'a', "ᵃ"}, {'b', "ᵇ"}, {'c', "ᶜ"}, {'d', "ᵈ"},
    {'e', "ᵉ"}, {'f', "ᶠ"}, {'g', "ᵍ"}, {'h', "ʰ"}, {'i', "ⁱ"}, {'j', "ʲ"}, {'k', "ᵏ"}, {'l', "ˡ"},
    {'m', "ᵐ"}, {'n', "ⁿ"}, {'o', "ᵒ"}, {'p', "ᵖ"}, {'r', "ʳ"}, {'s', "ˢ"}, {'t', "ᵗ"}, {'u', "ᵘ"},
    {'v', "ᵛ"}, {'w', "ʷ"}, {'x', "ˣ"}, {'y', "ʸ"}, {'z', "ᶻ"}, {'a', "ª"}};

}  // namespace

bool is_control(char32_t c) { return g_unichar_iscntrl(c); }

bool is_noncharacter(char32_t c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEu) == 0xFFFEu;
}

bool is_opening_bracket(char32_t c) {
    const GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

bool is_currency(char32_t c) { return g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL; }

bool is_private_use_character(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && !is_noncharacter(c));
}

std::string_view unfit_kind(char32_t c) {
    if (is_control(c) && c != '\n') return "control character";
    if (is_noncharacter(c)) return "noncharacter";
    if (is_private_use_character(c)) return "private-use character";
    return c == 0x202D || c == 0x202E ? "override of direction" : "";
}

bool is_direction_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || is_isolate(c); }

bool is_default_ignorable(char32_t c) { return lies_in(kDefaultIgnorable, c); }

bool is_invisible(char32_t c) {
    constexpr CodeRange kInvisible[] = {{0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E},
                                        {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}};
    return lies_in(kInvisible, c);
}

bool is_hidden(char32_t c) { return is_line_end(c) || is_default_ignorable(c); }

bool is_white_space(char32_t c) {
    // C's isspace, which GLib follows, leaves one out, and Latin-1's next line.
    return g_unichar_isspace(c) || c == '\v' || c == 0x85;
}

bool parts_words(char32_t c) { return is_white_space(c) || c == kZeroWidthSpace; }

bool says_nothing(std::string_view text) {
    const std::u32string characters = decode(text);
    return std::all_of(characters.begin(), characters.end(),
                       [](char32_t c) { return is_white_space(c) || is_default_ignorable(c); });
}

bool is_space(char32_t c) { return g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR; }

bool is_space_or_line_end(char32_t c) { return is_space(c) || is_line_end(c); }

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_breaking_space(char32_t c) { return is_space(c) && !is_glue(c); }

bool is_letter(char32_t c) {
    return g_unichar_isalpha(c) || is_mark(c) || g_unichar_type(c) == G_UNICODE_LETTER_NUMBER;
}

bool is_mark(char32_t c) { return g_unichar_ismark(c) != 0; }

bool is_han_or_kana(char32_t c) {
    switch (g_unichar_get_script(c)) {
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA: return is_letter(c);
        default: return c == kProlongedSound;
    }
}

bool is_square(char32_t c) { return c > 0x3000 && g_unichar_iswide(c); }

bool is_letter_without_word_spaces(char32_t c) {
    switch (g_unichar_get_script(c)) {
        case G_UNICODE_SCRIPT_BOPOMOFO:
        case G_UNICODE_SCRIPT_THAI:
        case G_UNICODE_SCRIPT_LAO:
        case G_UNICODE_SCRIPT_KHMER:
        case G_UNICODE_SCRIPT_MYANMAR: return is_letter(c);
        default: return is_han_or_kana(c);
    }
}

bool is_inside_japanese_word(char32_t before, char32_t after) {
    const auto is_kanji = [](char32_t c) {
        return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
    };
    const auto is_katakana = [](char32_t c) {
        return c == kProlongedSound || g_unichar_get_script(c) == G_UNICODE_SCRIPT_KATAKANA;
    };
    return (is_katakana(before) && is_katakana(after)) || (is_kanji(before) && is_kanji(after)) ||
           (g_unichar_isalnum(before) && g_unichar_get_script(after) == G_UNICODE_SCRIPT_HIRAGANA);
}

std::string_view superscript_of(char plain) {
    for (const Superscript& superscript : kSuperscripts)
        if (superscript.plain == plain) return superscript.raised;
    return {};
}

char plain_of_superscript(char32_t c) {
    for (const Superscript& superscript : kSuperscripts)
        if (character_at(superscript.raised, 0).code == c) return superscript.plain;
    return '\0';
}

}  // namespace broadside::unicode
