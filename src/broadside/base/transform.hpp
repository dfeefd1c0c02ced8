#pragma once

#include "broadside/base/path.hpp"

namespace broadside {

/// SVG's matrix [a c e; b d f; 0 0 1].
struct Transform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    PathPoint apply(PathPoint point) const;

    /// How much lengths grow on average: the square root of the area's factor.
    double scale() const;
    bool operator==(const Transform&) const = default;
};

/// No length grows more.
double stretch(const Transform& transform);

Transform translation(double x, double y);

/// First `inner`, then `outer`.
Transform combined(const Transform& outer, const Transform& inner);

/// Of one that leaves areas.
Transform inverse(const Transform& transform);

Path transformed(const Path& path, const Transform& transform);

}  // namespace broadside
