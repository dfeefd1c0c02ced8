#pragma once

#include <vector>

#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// Takes back breaks before what is left over of a word that the dictionary of Thai does not know,
/// one entry a character: a consonant without a vowel is no word, so `แช|ท` (chat) stays whole.
/// Words that lean on the next one, as those that make a noun of it, end a line in an `Emergency`
/// only: `ความ~ลับ` (secret).
void tailor_thai(std::vector<Break>& breaks, const unicode::Characters& characters);

}  // namespace broadside::text
