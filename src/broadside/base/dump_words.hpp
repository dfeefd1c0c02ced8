#pragma once

#include <string>
#include <string_view>

#include "broadside/base/colour.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/glyph_run.hpp"
#include "broadside/base/meaning.hpp"
#include "broadside/base/units.hpp"

/// How the nouns' dumps write single values. Nothing but a dump has this form.
namespace broadside {

/// A number to 0.01 without trailing zeros, and never "-0".
std::string number(double value);
std::string number(Pt length);

/// `34.02,51.8`, and with a size `34.02,51.8 100x20`.
std::string at(Point point);
std::string box(const Rect& rect);

/// The text in quotes, on one line; what an eye cannot tell from a space, or not see at all, is
/// escaped.
std::string quoted(std::string_view text);

/// `#16233a ink dark #e8ecf5`: with its name in the palette, and its dark one, where it has them.
std::string words(Colour colour);

/// Of text: its face, size and colour, and whether it runs from the right.
std::string words(const GlyphRun& run);

std::string_view word(Direction direction);
std::string_view word(HeaderScope scope);
std::string_view word(RowKind kind);
std::string_view word(Role role);

/// With a space before it; nothing of what means nothing.
std::string words(const Meaning& meaning);

/// Of a row, with a space before each: whether it begins a section without a title, sums up and is
/// striped.
std::string section_words(const RowFacts& row);

}  // namespace broadside
