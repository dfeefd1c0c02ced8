#pragma once

#include "broadside/paint/canvas.hpp"

namespace broadside::paint {

/// Tints, bars and rules as decoration, then head and sections as row groups. Rows shown again on a
/// later page are decoration: their meaning was given on the page before.
void paint_table(const placed::Table& table, Canvas& canvas);

}  // namespace broadside::paint
