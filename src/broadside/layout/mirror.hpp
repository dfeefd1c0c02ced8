#pragma once

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// Turns a page laid out from left to right into a right-to-left one: every box changes sides, no
/// glyph changes inside its line. Done once, at the end; nothing before it knows of right-to-left
/// pages.
void mirror(placed::Page& page);

}  // namespace broadside::layout
