#include "broadside/text/breaks.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include <glib.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::text {

namespace {

constexpr char32_t kFullWidthSolidus = 0xFF0F;

bool is_hangul(char32_t code) { return g_unichar_get_script(code) == G_UNICODE_SCRIPT_HANGUL; }

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

bool is_between(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

bool is_lao(char32_t code) { return is_between(code, 0x0E80, 0x0EFF); }
bool is_burmese(char32_t code) { return is_between(code, 0x1000, 0x109F); }
bool is_khmer(char32_t code) { return is_between(code, 0x1780, 0x17FF); }

/// A letter with its neighbours; 0 where there is none.
struct Letter {
    char32_t before = 0, code = 0, after = 0, second_after = 0;
};

/// Before a vowel written in front, or before a consonant with a vowel or tone of its own. `ຫ` may
/// begin a cluster, `ວ` and `ອ` may be vowels.
bool begins_in_lao(const Letter& letter) {
    const auto is_leading_vowel = [](char32_t code) { return is_between(code, 0x0EC0, 0x0EC4); };
    if (is_leading_vowel(letter.code)) return true;
    const bool is_consonant =
        is_between(letter.code, 0x0E81, 0x0EAE) && letter.code != 0x0EA7 && letter.code != 0x0EAD;
    const bool has_vowel =
        (is_between(letter.after, 0x0EB0, 0x0EBC) || is_between(letter.after, 0x0EC8, 0x0ECD));
    return is_consonant && has_vowel && !is_leading_vowel(letter.before) && letter.before != 0x0EAB;
}

/// Before a letter that is not below another, carries no asat (silent vowel) and has none below.
bool begins_in_burmese(const Letter& letter) {
    constexpr char32_t kVirama = 0x1039, kAsat = 0x103A, kDotBelow = 0x1037;
    const bool is_letter = is_between(letter.code, 0x1000, 0x102A) || letter.code == 0x103F;
    const bool closes = letter.after == kAsat || letter.after == kVirama ||
                        (letter.after == kDotBelow && letter.second_after == kAsat);
    return is_letter && letter.before != kVirama && !closes;
}

/// Before a letter that is not below another and has a vowel, a sign or a letter below.
bool begins_in_khmer(const Letter& letter) {
    constexpr char32_t kCoeng = 0x17D2;
    return is_between(letter.code, 0x1780, 0x17B3) && letter.before != kCoeng &&
           is_between(letter.after, 0x17B6, kCoeng);
}

bool begins_syllable(const Letter& letter) {
    if (is_lao(letter.code)) return is_lao(letter.before) && begins_in_lao(letter);
    if (is_burmese(letter.code)) return is_burmese(letter.before) && begins_in_burmese(letter);
    return is_khmer(letter.code) && is_khmer(letter.before) && begins_in_khmer(letter);
}

constexpr char32_t kSilencer = 0x0E4C;  // thanthakhat, over a letter that is not spoken
constexpr char32_t kAt = 0x0E13;        // the one consonant that is a word by itself

bool is_thai(char32_t code) { return code >= 0x0E01 && code <= 0x0E5B; }

bool is_consonant(char32_t code) { return code >= 0x0E01 && code <= 0x0E2E; }

/// Whether characters `[begin, end)` are a word that is only said before another: "the act of",
/// "the state of", "one who", "will", "not", "every".
bool leans_on_next(const unicode::Characters& characters, std::size_t begin, std::size_t end) {
    static constexpr std::u32string_view kWords[] = {U"การ", U"ความ", U"ผู้", U"จะ", U"ไม่", U"ทุก"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::u32string_view word) {
        return end - begin == word.size() &&
               std::equal(
                   word.begin(), word.end(),
                   characters.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](char32_t code, const unicode::Character& c) { return code == c.code; });
    });
}

void hold_leaning_words(std::vector<Break>& breaks, const unicode::Characters& characters) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        if (breaks[i] == Break::None &&
            is_thai(characters[i + 1].code) == is_thai(characters[i].code))
            continue;
        const bool is_inside = breaks[i] == Break::Allowed && is_thai(characters[i + 1].code);
        if (is_inside && leans_on_next(characters, begin, i + 1)) breaks[i] = Break::Emergency;
        begin = i + 1;
    }
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
                               (is_japanese && unicode::is_inside_japanese_word(before, after)) ||
                               (has_no_spaces && parts_number_from_counter(before, after));
        if (is_inside) breaks[i] = Break::Emergency;
    }
    if (has_no_spaces) hold_last_two(breaks, characters, characters.size());
}

void part_squares(std::vector<Break>& breaks, const unicode::Characters& characters) {
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const char32_t next = characters[i + 1].code;
        if (breaks[i] != Break::Mandatory && unicode::is_square(characters[i].code) &&
            unicode::is_square(next) && !unicode::is_mark(next))
            breaks[i] = Break::Allowed;
    }
}

void part_syllables(std::vector<Break>& breaks, const unicode::Characters& characters) {
    const auto code_at = [&](std::size_t at) {
        return at < characters.size() ? characters[at].code : U'\0';
    };
    const bool has_words =
        std::any_of(characters.begin(), characters.end(),
                    [](const unicode::Character& c) { return c.code == unicode::kZeroWidthSpace; });
    const Break place = has_words ? Break::Emergency : Break::Allowed;
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const Letter letter{code_at(i - 1), code_at(i), code_at(i + 1), code_at(i + 2)};
        if (breaks[i - 1] == Break::None && begins_syllable(letter)) breaks[i - 1] = place;
    }
}

void tailor_thai(std::vector<Break>& breaks, const unicode::Characters& characters) {
    const auto is_thai_at = [&](std::size_t at) {
        return at < characters.size() && is_thai(characters[at].code);
    };
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const char32_t letter = characters[i].code;
        if (breaks[i - 1] != Break::Allowed || !is_thai_at(i - 1)) continue;
        if (!is_consonant(letter) || letter == kAt) continue;
        std::size_t last = i;
        if (is_thai_at(i + 1) && characters[i + 1].code == kSilencer) ++last;
        const bool ends_word = breaks[last] != Break::None || !is_thai_at(last + 1);
        if (ends_word) breaks[i - 1] = Break::None;
    }
    hold_leaning_words(breaks, characters);
}

}  // namespace broadside::text
