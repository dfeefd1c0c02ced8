#pragma once

#include "broadside/base/drawing.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// Draws a tree flat, from its view box on; reports the first thing in it that shows and that a
/// drawing cannot have.
void draw_svg(const SvgElement& root, Drawing& drawing, Report& report);

}  // namespace broadside::load
