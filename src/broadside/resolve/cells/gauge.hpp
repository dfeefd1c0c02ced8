#pragma once

#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"

/// Drawings that the program makes of numbers and of colours. What they tell, they tell without
/// any colour but that of the text.
namespace broadside::resolve {

/// A bar that is filled from the side where lines begin to the `least` share of it, and by a
/// thinner one from there to the `most`, both from 0 to 1.
struct Bar {
    double least = 0, most = 0;
    bool has_frame = false;  // as a whole that numbers are parts of; else a line shows its start
    double length = 5;       // when full, in heights
};

DrawingRef bar_drawing(const Bar& bar, Direction direction);

/// The room of a bar, for words that stand where figures behind bars do.
DrawingRef room_of_bar(double length);

/// A row of `of` discs, 1 to 10, of which so many halves are filled.
DrawingRef rating_drawing(int halves, int of, Direction direction);

/// Of what is heard and not seen.
DrawingRef empty_drawing();

/// What stands for a dash where there are no words.
DrawingRef dash_drawing();

/// A patch of what stands behind cells, with an outline.
DrawingRef swatch_drawing(Colour colour);

/// The same with a symbol on it, whose own colour is `ink`; the symbol alone, where it is a picture
/// or is cut.
DrawingRef swatch_drawing(Colour colour, const DrawingRef& symbol, Colour ink);

}  // namespace broadside::resolve
