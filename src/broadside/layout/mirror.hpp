#pragma once

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// Turns a page laid out from left to right into a right-to-left one: every box changes sides, no
/// glyph changes inside its line. Done once, at the end: before it, boxes stand as from left to
/// right. What is no box, as the order of runs in a line, asks for the direction itself.
void mirror(placed::Page& page);

}  // namespace broadside::layout
