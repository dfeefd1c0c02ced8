#pragma once

#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"

/// Drawings of numbers, in the colour of the text, which tell without any other colour.
namespace broadside::resolve {

/// A bar of which a `share` from 0 to 1 is filled, from the side where lines begin.
DrawingRef bar_drawing(double share, Direction direction);

/// A row of `of` discs, 1 to 10, of which so many halves are filled.
DrawingRef rating_drawing(int halves, int of, Direction direction);

}  // namespace broadside::resolve
