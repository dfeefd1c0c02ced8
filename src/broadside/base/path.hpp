#pragma once

#include <variant>
#include <vector>

namespace broadside {

/// Path coordinates are in the units of the drawing they belong to, y down.
struct PathPoint {
    double x = 0, y = 0;
    bool operator==(const PathPoint&) const = default;
};

struct MoveTo {
    PathPoint to;
    bool operator==(const MoveTo&) const = default;
};
struct LineTo {
    PathPoint to;
    bool operator==(const LineTo&) const = default;
};
struct CubicTo {
    PathPoint control1, control2, to;
    bool operator==(const CubicTo&) const = default;
};
struct ClosePath {
    bool operator==(const ClosePath&) const = default;
};

using PathSegment = std::variant<MoveTo, LineTo, CubicTo, ClosePath>;

/// Every segment is preceded by a MoveTo; arcs, quadratics and relative commands are resolved by
/// the loader.
using Path = std::vector<PathSegment>;

inline Path rectangle(double left, double top, double right, double bottom) {
    return {MoveTo{{left, top}}, LineTo{{right, top}}, LineTo{{right, bottom}},
            LineTo{{left, bottom}}, ClosePath{}};
}

}  // namespace broadside
