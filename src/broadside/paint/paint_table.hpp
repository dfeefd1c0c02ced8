#pragma once

#include "broadside/paint/canvas.hpp"

namespace broadside::paint {

/// Tints, rules and bars, then head and sections as row groups. Every row has a cell
/// for each of its slots, of which those that another cell covers are empty and say so.
void paint_table(const placed::Table& table, Canvas& canvas);

}  // namespace broadside::paint
