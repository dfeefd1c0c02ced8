#pragma once

#include <string_view>
#include <vector>

#include "broadside/text/hyphenate.hpp"
#include "broadside/text/itemize.hpp"
#include "broadside/text/shaper.hpp"

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

}  // namespace broadside::text
