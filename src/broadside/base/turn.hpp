#pragma once

#include <algorithm>
#include <numbers>

#include "broadside/base/geometry.hpp"

namespace broadside {

/// Of what is drawn, about a point: what ran to the right runs along (`cosine`, -`sine`). By
/// default upwards, which is a turn by 90° to the left.
struct Turn {
    Point about;
    double cosine = 0, sine = 1;

    constexpr bool is_upwards() const { return cosine <= 0; }
};

/// Sine and cosine of 45°.
inline constexpr double kSlant = std::numbers::sqrt2 / 2;

constexpr Point turned(Point point, const Turn& turn) {
    const Pt x = point.x - turn.about.x, y = point.y - turn.about.y;
    return {turn.about.x + x * turn.cosine + y * turn.sine,
            turn.about.y - x * turn.sine + y * turn.cosine};
}

/// The upright rectangle around the turned one.
constexpr Rect turned(const Rect& rect, const Turn& turn) {
    const Point first = turned(Point{rect.x, rect.y}, turn);
    Point low = first, high = first;
    for (const Point corner : {Point{rect.right(), rect.y}, Point{rect.x, rect.bottom()},
                               Point{rect.right(), rect.bottom()}}) {
        const Point at = turned(corner, turn);
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
        high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

}  // namespace broadside
