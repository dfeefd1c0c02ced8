#pragma once

#include <string_view>
#include <vector>

#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

/// What breaks in print and in no dictionary, script by script.
namespace broadside::text {

/// Takes back some of the breaks that UAX #14 allows, one entry a character, as print in Chinese,
/// Japanese and Korean does:
///
/// no line begins with a solidus of full width, whatever the language; Korean breaks at spaces, and
/// inside a word only where it is wider than its line (CSS Text 3, `word-break: keep-all`); the
/// same for Japanese words in kanji or in katakana with the hiragana that follow, for a number and
/// its counter (`2022年`), and for the last two characters of a Chinese or Japanese text, so that
/// none stands on a line by itself.
void tailor_east_asian(std::vector<Break>& breaks, const unicode::Characters& characters,
                       std::string_view language);

/// Allows a break between any two characters of full width, one entry a character: where they stand
/// below each other, each has a line to itself.
void part_squares(std::vector<Break>& breaks, const unicode::Characters& characters);

/// Lao, Khmer and Burmese set no spaces between words, and no dictionary of theirs is there: what
/// stands between two spaces may be wider than any line. Allows a break before every syllable that
/// is seen to begin, one entry a character; never before a letter that may close one. Where the
/// author parts the words with U+200B, syllables are only parted in an `Emergency`.
void part_syllables(std::vector<Break>& breaks, const unicode::Characters& characters);

/// Takes back breaks before what is left over of a word that the dictionary of Thai does not know,
/// one entry a character: a consonant without a vowel is no word, so `แช|ท` (chat) stays whole.
/// Words that lean on the next one, as those that make a noun of it, end a line in an `Emergency`
/// only: `ความ~ลับ` (secret).
void tailor_thai(std::vector<Break>& breaks, const unicode::Characters& characters);

}  // namespace broadside::text
