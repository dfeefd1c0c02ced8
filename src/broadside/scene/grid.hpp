#pragma once

#include <cmath>

#include "broadside/base/geometry.hpp"

/// Coordinates of a scene are multiples of 0.01 pt, so that every format replays the same numbers.
namespace broadside::scene {

inline Pt on_grid(Pt length) { return Pt(std::round(length.value * 100) / 100); }

inline Point on_grid(Point point) { return {on_grid(point.x), on_grid(point.y)}; }

/// Edges are rounded, not sizes: rectangles that touch still touch.
inline Rect on_grid(const Rect& rect) {
    const Pt x = on_grid(rect.x), y = on_grid(rect.y);
    return {x, y, on_grid(rect.right()) - x, on_grid(rect.bottom()) - y};
}

}  // namespace broadside::scene
