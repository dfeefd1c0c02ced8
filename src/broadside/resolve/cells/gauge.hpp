#pragma once

#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"

/// Drawings that the program makes of numbers and of colours. What they tell, they tell without
/// any colour but that of the text.
namespace broadside::resolve {

/// A bar that is filled from the side where lines begin to the `least` share of it, and by a
/// thinner one from there to the `most`, both from 0 to 1. A whole that numbers are parts of has a
/// frame; else a line shows where bars begin.
DrawingRef bar_drawing(double least, double most, bool has_frame, Direction direction);

/// The room of a bar, for words that stand where figures behind bars do.
DrawingRef room_of_bar();

/// A row of `of` discs, 1 to 10, of which so many halves are filled.
DrawingRef rating_drawing(int halves, int of, Direction direction);

/// Of what is heard and not seen.
DrawingRef empty_drawing();

/// A patch of what stands behind cells, with an outline.
DrawingRef swatch_drawing(Colour colour);

}  // namespace broadside::resolve
