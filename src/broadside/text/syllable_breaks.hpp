#pragma once

#include <vector>

#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// Lao, Khmer and Burmese set no spaces between words, and no dictionary of theirs is there: what
/// stands between two spaces may be wider than any line. Allows a break before every syllable that
/// is seen to begin, one entry a character; never before a letter that may close one. Where the
/// author parts the words with U+200B, syllables are only parted in an `Emergency`.
void part_syllables(std::vector<Break>& breaks, const unicode::Characters& characters);

}  // namespace broadside::text
