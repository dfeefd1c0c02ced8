#pragma once

#include <cstddef>
#include <vector>

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// A half-open range of characters.
struct WordRange {
    std::size_t begin = 0, end = 0;
};

/// The stretches between spaces, line ends and East Asian wide characters, punctuation included.
std::vector<WordRange> find_words(const unicode::Characters& characters);

/// A web address holds `://` or `www.`, or looks like host/path: a full stop inside a name before
/// the first slash. One of mail has an @ before such a name.
bool is_address(const unicode::Characters& characters, WordRange word);

/// Whether hyphenation has nothing to do here: an address of web or mail, a host or file name, a
/// name with digits, a word with soft hyphens.
bool is_indivisible(const unicode::Characters& characters, WordRange word);

/// The runs of letters and their marks inside a word: "l'ordinateur" has two.
std::vector<WordRange> find_letter_runs(const unicode::Characters& characters, WordRange word);

}  // namespace broadside::text
