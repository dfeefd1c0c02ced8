#include "broadside/load/symbol/svg_box.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace broadside::load {

namespace {

PathPoint on_curve(PathPoint from, const CubicTo& curve, double t) {
    const double s = 1 - t;
    const auto at = [&](double a, double b, double c, double d) {
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    };
    return {at(from.x, curve.control1.x, curve.control2.x, curve.to.x),
            at(from.y, curve.control1.y, curve.control2.y, curve.to.y)};
}

/// Where a coordinate of a curve turns back: the zeros of its derivative between the ends, and 0
/// where there are fewer than two.
std::array<double, 2> turns(double a, double b, double c, double d) {
    const double square = d - a + 3 * (b - c), half = a - 2 * b + c, rest = b - a;
    const double root = std::sqrt(std::max(half * half - square * rest, 0.0));
    // Neither way of writing the quotient takes the difference of two numbers that are alike.
    const double sum = -half - std::copysign(root, half);
    std::array<double, 2> found{sum / square, rest / sum};
    for (double& t : found) {
        if (!(t > 0 && t < 1)) t = 0;
    }
    return found;
}

}  // namespace

bool SvgBox::contains(const SvgBox& other, double slack) const {
    return left <= other.left + slack && top <= other.top + slack && right >= other.right - slack &&
           bottom >= other.bottom - slack;
}

bool SvgBox::meets(const SvgBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

SvgBox intersection(const SvgBox& a, const SvgBox& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

SvgBox united(const SvgBox& a, const SvgBox& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

bool is_within(double limit, const Path& path) {
    const auto is_near = [limit](PathPoint point) {
        return std::abs(point.x) <= limit && std::abs(point.y) <= limit;
    };
    return std::all_of(path.begin(), path.end(), [&](const PathSegment& segment) {
        if (const auto* cubic = std::get_if<CubicTo>(&segment))
            return is_near(cubic->control1) && is_near(cubic->control2) && is_near(cubic->to);
        if (const auto* line = std::get_if<LineTo>(&segment)) return is_near(line->to);
        if (const auto* move = std::get_if<MoveTo>(&segment)) return is_near(move->to);
        return true;
    });
}

SvgBox bounds(const Path& path) {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    SvgBox box{kFar, kFar, -kFar, -kFar};
    const auto include = [&](PathPoint point) {
        box = {std::min(box.left, point.x), std::min(box.top, point.y),
               std::max(box.right, point.x), std::max(box.bottom, point.y)};
    };
    PathPoint at;
    for (const PathSegment& segment : path) {
        if (const auto* move = std::get_if<MoveTo>(&segment)) include(at = move->to);
        if (const auto* line = std::get_if<LineTo>(&segment)) include(at = line->to);
        if (const auto* cubic = std::get_if<CubicTo>(&segment)) {
            for (const double turn : turns(at.x, cubic->control1.x, cubic->control2.x, cubic->to.x))
                include(on_curve(at, *cubic, turn));
            for (const double turn : turns(at.y, cubic->control1.y, cubic->control2.y, cubic->to.y))
                include(on_curve(at, *cubic, turn));
            include(at = cubic->to);
        }
    }
    return box;
}

std::optional<SvgBox> as_box(const Path& path) {
    const SvgBox box = bounds(path);
    const double slack = 1e-6 * std::max(box.right - box.left, box.bottom - box.top);
    std::vector<PathPoint> corners;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (const auto* line = std::get_if<LineTo>(&path[i])) {
            corners.push_back(line->to);
        } else if (const auto* move = std::get_if<MoveTo>(&path[i]); move && i == 0) {
            corners.push_back(move->to);
        } else if (!std::holds_alternative<ClosePath>(path[i]) || i + 1 != path.size()) {
            return std::nullopt;
        }
    }
    const auto is_near = [slack](double a, double b) { return std::abs(a - b) <= slack; };
    const auto same = [&](PathPoint a, PathPoint b) {
        return is_near(a.x, b.x) && is_near(a.y, b.y);
    };
    if (corners.size() == 5 && same(corners[4], corners[0])) corners.pop_back();
    if (corners.size() != 4) return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i) {
        const PathPoint corner = corners[i], next = corners[(i + 1) % 4],
                        opposite = corners[(i + 2) % 4];
        const bool is_corner = (is_near(corner.x, box.left) || is_near(corner.x, box.right)) &&
                               (is_near(corner.y, box.top) || is_near(corner.y, box.bottom));
        const bool has_side = is_near(corner.x, next.x) != is_near(corner.y, next.y);
        if (!is_corner || !has_side || is_near(corner.x, opposite.x) ||
            is_near(corner.y, opposite.y))
            return std::nullopt;
    }
    return box;
}

}  // namespace broadside::load
