#include "broadside/text/east_asian_breaks.hpp"

#include <glib.h>

#include <cstddef>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

constexpr char32_t kFullWidthSolidus = 0xFF0F;
constexpr char32_t kProlongedSound = 0x30FC;  // script Common: hiragana has it too

bool is_hangul(char32_t code) { return g_unichar_get_script(code) == G_UNICODE_SCRIPT_HANGUL; }

bool is_katakana(char32_t code) {
    return code == kProlongedSound || g_unichar_get_script(code) == G_UNICODE_SCRIPT_KATAKANA;
}

bool is_kanji(char32_t code) { return g_unichar_get_script(code) == G_UNICODE_SCRIPT_HAN; }

bool is_hiragana(char32_t code) { return g_unichar_get_script(code) == G_UNICODE_SCRIPT_HIRAGANA; }

bool is_wide_letter(char32_t code) { return g_unichar_iswide(code) && g_unichar_isalnum(code); }

bool closes(char32_t code) {
    const GUnicodeType type = g_unichar_type(code);
    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

// A particle belongs to the name before it, even to one in brackets.
bool is_inside_korean_word(char32_t before, char32_t after) {
    return (g_unichar_isalnum(before) && g_unichar_isalnum(after)) ||
           (closes(before) && is_hangul(after));
}

// A word is written in kanji or in katakana, and the hiragana after it are its ending.
bool is_inside_japanese_word(char32_t before, char32_t after) {
    return (is_katakana(before) && is_katakana(after)) || (is_kanji(before) && is_kanji(after)) ||
           (g_unichar_isalnum(before) && is_hiragana(after));
}

bool parts_number_from_counter(char32_t before, char32_t after) {
    return g_unichar_isdigit(before) && is_wide_letter(after);
}

/// `end`: one past the last character of a line that ends whatever its width.
void hold_last_two(std::vector<Break>& breaks, const unicode::Characters& characters,
                   std::size_t end) {
    std::size_t last = end;
    while (last > 0 && !g_unichar_isalnum(characters[last - 1].code) &&
           !unicode::is_line_end(characters[last - 1].code)) {
        --last;
    }
    if (last < 2 || !is_wide_letter(characters[last - 1].code)) return;
    Break& place = breaks[last - 2];
    if (place == Break::Allowed) place = Break::Emergency;
}

}  // namespace

void tailor_east_asian(std::vector<Break>& breaks, const unicode::Characters& characters,
                       std::string_view language) {
    const std::string_view primary = unicode::primary_language(language);
    const bool is_korean = primary == "ko", is_japanese = primary == "ja";
    const bool has_no_spaces = is_japanese || primary == "zh";
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        if (breaks[i] == Break::Mandatory && has_no_spaces) hold_last_two(breaks, characters, i);
        if (breaks[i] != Break::Allowed) continue;
        const char32_t before = characters[i].code, after = characters[i + 1].code;
        if (after == kFullWidthSolidus) breaks[i] = Break::None;
        const bool is_inside = (is_korean && is_inside_korean_word(before, after)) ||
                               (is_japanese && is_inside_japanese_word(before, after)) ||
                               (has_no_spaces && parts_number_from_counter(before, after));
        if (is_inside) breaks[i] = Break::Emergency;
    }
    if (has_no_spaces) hold_last_two(breaks, characters, characters.size());
}

}  // namespace broadside::text
