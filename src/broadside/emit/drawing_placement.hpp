#pragma once

#include <algorithm>

#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"

namespace broadside::emit {

/// Drawing units to page: multiply by `scale`, then move to `origin`.
struct DrawingPlacement {
    Point origin;
    double scale = 1;
};

/// SVG 2, `preserveAspectRatio="xMidYMid meet"`: as large as fits, undistorted, centred.
inline DrawingPlacement place_drawing(const Drawing& drawing, const Rect& box) {
    const double scale =
        std::min(box.width.value / drawing.width, box.height.value / drawing.height);
    return {{box.x + (box.width - Pt(drawing.width * scale)) / 2,
             box.y + (box.height - Pt(drawing.height * scale)) / 2},
            scale};
}

}  // namespace broadside::emit
