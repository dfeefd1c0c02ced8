#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

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
/// for, or of one more where that is much and only a part of the quiet zone stands out of the box;
/// 0 where single ones leave too much of it empty. `steps` are those of a point.
GridSquares snap_squares(const Rect& box, double count, double steps);

/// `current` where the paint is `currentColor`. It is no gradient.
Colour paint_colour(const Paint& paint, Colour current);

/// Null where the paint is one colour.
const Gradient* gradient_of(const Paint& paint);

/// Whether its colours differ in how much is seen through them.
bool has_opacities(const Gradient& gradient);

/// A colour of the layout's palette, in whose place a theme has others; nothing: it is none.
std::optional<Colour> themed_colour(const Paint& paint);

/// Whether it needs a light ground on a dark page: it has colours of its own, or a machine reads
/// it.
bool is_for_light_paper(const Drawing& drawing);

/// Whether shapes are told from others by their colour alone, so that in one colour none is seen.
bool has_several_colours(const Drawing& drawing);

/// Whether what is below is seen through any of its shapes.
bool is_seen_through(const Drawing& drawing);

/// Goes through the shapes, and through the clips around them: `open` comes before the first shape
/// that a clip cuts, `close` behind the last, one inside the other. No clip that holds another
/// opens twice for shapes that follow each other.
template <typename Open, typename Close, typename Draw>
void for_each_shape(const Drawing& drawing, Open open, Close close, Draw draw) {
    std::vector<const Clip*> around, wanted;
    for (const Shape& shape : drawing.shapes) {
        wanted.clear();
        for (const Clip* clip = shape.clip.get(); clip != nullptr; clip = clip->within.get())
            wanted.insert(wanted.begin(), clip);
        const auto kept = std::mismatch(around.begin(), around.end(), wanted.begin(), wanted.end());
        for (auto closed = kept.first; closed != around.end(); ++closed) close();
        for (auto opened = kept.second; opened != wanted.end(); ++opened) open(**opened);
        std::swap(around, wanted);
        draw(shape);
    }
    for (std::size_t i = 0; i < around.size(); ++i) close();
}

/// Whether any of the drawing's ink may lie outside of its view box, and has to be cut off. What
/// only touches an edge is left alone: cutting there would thin the edge's pixels.
bool reaches_outside(const Drawing& drawing);

}  // namespace broadside::emit
