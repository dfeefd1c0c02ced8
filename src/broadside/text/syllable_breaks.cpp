#include "broadside/text/syllable_breaks.hpp"

#include <algorithm>
#include <cstddef>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

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

}  // namespace

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

}  // namespace broadside::text
