#pragma once

#include <cstddef>
#include <string_view>

#include "broadside/unicode/utf8.hpp"

/// Where lines do not end, be it on pages or in a browser, though UAX #14 ends them there: each is
/// behind a character that another one follows.
namespace broadside::unicode {

/// Signs that French and its neighbours set after a space and that begin no line.
bool is_spaced_sign(char32_t code);

/// Whether a space stands inside quotation marks that are set off by it, as French has them:
/// `« oui »`.
bool is_inside_guillemets(const Characters& characters, std::size_t space);

/// Whether a line ends there for want of any other place only: inside a figure with its unit, a
/// number in groups, a range, a relation (`n = 248`), a short form (`n/a`) or a word with a short
/// part (`Wi-Fi`), behind the `=` that begins a line, and inside guillemets with spaces.
bool is_held(const Characters& characters, std::size_t at);

/// Whether a `: ; ! ? /` that stands by itself follows a space, as in French: it begins no line.
bool is_before_lone_sign(const Characters& characters, std::size_t space);

/// Of the ending of a word's other form that begins behind a slash with a hyphen, which keeps to
/// it: `Kaufmann/-frau`; 0 where none does.
std::size_t letters_of_ending(const Characters& characters, std::size_t slash);

/// Whether what stands before a space leans on the word behind it: a figure or an ordinal; in
/// Polish, Czech and Slovak a word of one letter.
bool leans_on_next(const Characters& characters, std::size_t space, std::string_view language);

}  // namespace broadside::unicode
