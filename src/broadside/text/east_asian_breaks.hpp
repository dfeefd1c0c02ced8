#pragma once

#include <string_view>
#include <vector>

#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

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

}  // namespace broadside::text
