#pragma once

#include <optional>

#include "broadside/layout/measured_text.hpp"
#include "broadside/layout/wrap.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// The glyph runs of one line, from left to right, with the line's left end at x = 0 and its
/// baseline at y = 0. Spaces at the line's end keep their glyphs, outside of the line's width:
/// readers of the page need them to tell words apart. `symbol_gap` parts a figure from the symbol
/// at an end of its line, beyond the space between them.
placed::Line set_line(const MeasuredText& text, const LineBreaks& line, double type_scale,
                      Pt symbol_gap = Pt(0));

/// Of the whole text on one line; none without an axis.
std::optional<FigureReach> figure_reach(const MeasuredText& text);

}  // namespace broadside::layout
