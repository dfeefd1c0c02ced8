#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/path.hpp"

namespace broadside::load {

/// SVG's matrix [a c e; b d f; 0 0 1].
struct Transform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    PathPoint apply(PathPoint point) const;

    /// How much lengths grow on average: the square root of the area's factor.
    double scale() const;
};

Transform translation(double x, double y);

/// Whether shapes keep a width and a height, as far as numbers can tell.
bool leaves_area(const Transform& transform);

/// First `inner`, then `outer`.
Transform combined(const Transform& outer, const Transform& inner);

Path transformed(const Path& path, const Transform& transform);

/// The list of a `transform` attribute: SVG 1.1, section 7.6.
std::optional<Transform> parse_transform(std::string_view text);

}  // namespace broadside::load
