#pragma once

#include <string>
#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What the fonts lack for one of the typesetter's documents, before anything is laid out.
Diagnostics missing_glyphs(const doc::Document& document, Typesetter& typesetter);

/// What to do about characters that no font has where one of them is a pictogram for which there is
/// a symbol, as ✅; empty: nothing.
std::string symbol_hint(const std::vector<char32_t>& missing);

/// That a text has characters which no font has, and what to do.
Diagnostic missing_glyph(const MeasuredText& text);

}  // namespace broadside::layout
