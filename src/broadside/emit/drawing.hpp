#pragma once

#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"

/// How every format draws a drawing: where, in which colour, and how much of it.
namespace broadside::emit {

/// Drawing units to page: multiply by `scale`, then move to `origin`.
struct DrawingPlacement {
    Point origin;
    double scale = 1;
};

/// SVG 2, `preserveAspectRatio="xMidYMid meet"`: as large as fits, undistorted, centred.
DrawingPlacement place_drawing(const Drawing& drawing, const Rect& box);

/// Where a square grid begins, and the side of each of its squares, in steps of a format's grid.
struct GridSquares {
    double x = 0, y = 0, side = 1;
    bool operator==(const GridSquares&) const = default;
};

/// A grid of `count` squares a side in the middle of `box`, for the modules of a QR code, whose
/// readers need them even, more than they need them large: of the most whole steps that it has room
/// for, which may be none. `steps` are those of a point.
GridSquares snap_squares(const Rect& box, double count, double steps);

/// `current` where the paint is `currentColor`. It is no gradient.
Colour paint_colour(const Paint& paint, Colour current);

/// Null where the paint is one colour.
const Gradient* gradient_of(const Paint& paint);

/// Whether its colours differ in how much is seen through them.
bool has_opacities(const Gradient& gradient);

/// Whether it needs a light ground on a dark page: it has colours of its own, or a machine reads
/// it.
bool is_for_light_paper(const Drawing& drawing);

/// Whether what is below is seen through any of its shapes.
bool is_seen_through(const Drawing& drawing);

/// Whether any of the drawing's ink may lie outside of its view box, and has to be cut off. What
/// only touches an edge is left alone: cutting there would thin the edge's pixels.
bool reaches_outside(const Drawing& drawing);

}  // namespace broadside::emit
