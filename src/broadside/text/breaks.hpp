#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "broadside/text/hyphenate.hpp"
#include "broadside/text/itemize.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// What may happen after each character of a paragraph, one entry a character; the last is
/// `Mandatory`.
///
/// UAX #14 as Pango tailors it to the language (Thai by libthai's dictionary), `tailor_east_asian`,
/// `tailor_thai` and `part_syllables` to print, and these rules more: nothing breaks inside a
/// grapheme cluster (UAX #29); nothing breaks before a no-break space, for it holds a note mark or
/// French punctuation; nothing breaks at a word joiner; nothing breaks after the hyphen that begins
/// a word (`-sans-`, `--option`) or the sign of a number; a space breaks before whatever begins a
/// word (`.bmp`, `/etc`) and before a closing bracket, not before a `: ; ! ? /` that stands by
/// itself; a web address breaks after a slash of its path and nowhere else, a host without one
/// before its full stops in an `Emergency`; the `=` that begins a line keeps the next word, the
/// groups of a number and its unit stay together, as do the sign of a relation or a range the
/// numbers on both sides, where that fits; the hyphen of a short part of a word (`Wi-Fi`, `RISC-V`)
/// ends a line in an `Emergency` only; a soft hyphen is a `Hyphen`; where a language would repeat a
/// word's own hyphen on the next line (pt, pl, cs …), it ends a line in an `Emergency` only;
/// figures and ordinals lean on the words behind them, in Polish, Czech and Slovak words of one
/// letter on the next ones. Between two characters of a word, a `LastResort`.
std::vector<Break> find_breaks(const Paragraph& paragraph, std::string_view language);

/// Adds the `Hyphen`s that the language's patterns allow. Left whole: addresses, names with digits
/// or inner full stops, and words whose author has set soft hyphens, as in CSS's `hyphens: auto`.
void add_hyphens(std::vector<Break>& breaks, const Paragraph& paragraph, std::string_view language,
                 Hyphenator& hyphenator);

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
