#include "broadside/load/symbol/arc.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace broadside::load {

namespace {

constexpr double kPi = std::numbers::pi;

struct Ellipse {
    PathPoint centre;
    double radius_x, radius_y;
    double cosine, sine;  // of the rotation

    PathPoint at(double x, double y) const {
        return {centre.x + cosine * radius_x * x - sine * radius_y * y,
                centre.y + sine * radius_x * x + cosine * radius_y * y};
    }
};

struct CentredArc {
    Ellipse ellipse;
    double start, turn;  // radians
};

// SVG 1.1, F.6.5 and F.6.6: from endpoints to centre; the names are those of the appendix.
CentredArc centred(PathPoint from, const Arc& arc, PathPoint to) {
    const double angle = arc.rotation * kPi / 180;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    const double half_x = (from.x - to.x) / 2, half_y = (from.y - to.y) / 2;
    const double x1 = cosine * half_x + sine * half_y;
    const double y1 = -sine * half_x + cosine * half_y;
    double rx = std::abs(arc.radius_x), ry = std::abs(arc.radius_y);
    const double lambda = (x1 / rx) * (x1 / rx) + (y1 / ry) * (y1 / ry);
    if (lambda > 1) {
        rx *= std::sqrt(lambda);
        ry *= std::sqrt(lambda);
    }
    const double ux = x1 / rx, uy = y1 / ry;
    const double square = ux * ux + uy * uy;
    double factor = std::sqrt(std::max(0.0, (1 - square) / square));
    const bool large = arc.size == ArcSize::Large, clockwise = arc.sweep == ArcSweep::Clockwise;
    if (large == clockwise) factor = -factor;
    const double unit_x = factor * uy,
                 unit_y = -factor * ux;  // the centre, in the unit circle's space
    const double cx = unit_x * rx, cy = unit_y * ry;
    const PathPoint centre{cosine * cx - sine * cy + (from.x + to.x) / 2,
                           sine * cx + cosine * cy + (from.y + to.y) / 2};
    const double start = std::atan2(uy - unit_y, ux - unit_x);
    double turn = std::atan2(-uy - unit_y, -ux - unit_x) - start;
    if (clockwise && turn < 0) turn += 2 * kPi;
    if (!clockwise && turn > 0) turn -= 2 * kPi;
    return {{centre, rx, ry, cosine, sine}, start, turn};
}

}  // namespace

void append_arc(Path& path, PathPoint from, const Arc& arc, PathPoint to) {
    if (from == to) return;
    if (arc.radius_x == 0 || arc.radius_y == 0) {
        path.push_back(LineTo{to});
        return;
    }
    const CentredArc centre = centred(from, arc, to);
    if (!std::isfinite(centre.turn)) {
        path.push_back(LineTo{to});
        return;
    }
    // A little less than a quarter keeps an exact quarter from becoming two curves by rounding.
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(centre.turn) / (kPi / 2) - 1e-9)));
    const double step = centre.turn / pieces;
    const double handle = 4.0 / 3.0 * std::tan(step / 4);
    for (int piece = 0; piece < pieces; ++piece) {
        const double a = centre.start + step * piece, b = a + step;
        const PathPoint end =
            piece + 1 == pieces ? to : centre.ellipse.at(std::cos(b), std::sin(b));
        path.push_back(CubicTo{centre.ellipse.at(std::cos(a) - handle * std::sin(a),
                                                 std::sin(a) + handle * std::cos(a)),
                               centre.ellipse.at(std::cos(b) + handle * std::sin(b),
                                                 std::sin(b) - handle * std::cos(b)),
                               end});
    }
}

}  // namespace broadside::load
