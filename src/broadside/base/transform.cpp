#include "broadside/base/transform.hpp"

#include <cmath>
#include <type_traits>
#include <variant>

namespace broadside {

double stretch(const Transform& transform) {
    return std::hypot(std::hypot(transform.a, transform.b), std::hypot(transform.c, transform.d));
}

Transform translation(double x, double y) { return {1, 0, 0, 1, x, y}; }

PathPoint Transform::apply(PathPoint point) const {
    return {a * point.x + c * point.y + e, b * point.x + d * point.y + f};
}

double Transform::scale() const { return std::sqrt(std::abs(a * d - b * c)); }

Transform combined(const Transform& outer, const Transform& inner) {
    return {outer.a * inner.a + outer.c * inner.b,
            outer.b * inner.a + outer.d * inner.b,
            outer.a * inner.c + outer.c * inner.d,
            outer.b * inner.c + outer.d * inner.d,
            outer.a * inner.e + outer.c * inner.f + outer.e,
            outer.b * inner.e + outer.d * inner.f + outer.f};
}

Transform inverse(const Transform& transform) {
    const auto& [a, b, c, d, e, f] = transform;
    const double area = a * d - b * c;
    return {
        d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area};
}

Path transformed(const Path& path, const Transform& transform) {
    Path result;
    result.reserve(path.size());
    for (const PathSegment& segment : path) {
        result.push_back(std::visit(
            [&](const auto& part) -> PathSegment {
                using Part = std::decay_t<decltype(part)>;
                if constexpr (std::is_same_v<Part, ClosePath>) {
                    return part;
                } else if constexpr (std::is_same_v<Part, CubicTo>) {
                    return CubicTo{transform.apply(part.control1), transform.apply(part.control2),
                                   transform.apply(part.to)};
                } else {
                    return Part{transform.apply(part.to)};
                }
            },
            segment));
    }
    return result;
}

}  // namespace broadside
