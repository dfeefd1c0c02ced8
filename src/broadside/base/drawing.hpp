#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/image.hpp"
#include "broadside/base/transform.hpp"

namespace broadside {

/// The colour of the place where the drawing is used: SVG's `currentColor`.
struct CurrentColour {
    bool operator==(const CurrentColour&) const = default;
};

/// SVG 2, 14.2: colours that become each other along a line or from circle to circle, the first
/// before them and the last behind.
struct Gradient {
    struct Stop {
        double offset = 0;  // 0 to 1
        Colour colour;
        double opacity = 1;
    };
    struct Circle {
        double x = 0, y = 0, radius = 0;
    };

    /// Of a radial one, where it begins: it ends at the circle of radius 1 around (0, 0). A linear
    /// one goes from (0, 0) to (1, 0).
    std::optional<Circle> start;
    Transform to_drawing;     // from these units
    std::vector<Stop> stops;  // two or more, in the order of their offsets
};

using GradientRef = std::shared_ptr<const Gradient>;
using Paint = std::variant<CurrentColour, Colour, GradientRef>;

enum class FillRule { NonZero, EvenOdd };
enum class LineCap { Butt, Round, Square };
enum class LineJoin { Miter, Round, Bevel };

struct Stroke {
    Paint paint;
    double width = 1;  // in drawing units
    LineCap cap = LineCap::Butt;
    LineJoin join = LineJoin::Miter;
    double miter_limit = 4;
    double opacity = 1;                 // 0 to 1
    std::vector<double> dashes = {};    // lengths of ink and of gaps in turn; none: no gaps
    std::optional<Transform> pen = {};  // of area 1, where it is no circle that draws the line
    double dash_offset = 0;             // how far into them the line begins, 0 or more
    bool operator==(const Stroke&) const = default;
};

struct Clip;
using ClipRef = std::shared_ptr<const Clip>;

/// What is outside of a path is not drawn. Shapes that it cuts share it.
struct Clip {
    Path path;
    FillRule rule = FillRule::NonZero;
    ClipRef within = {};  // null: nothing else cuts
};

/// One shape of a drawing: filled first, then stroked, as in SVG, each over all that is below. One
/// whose line has a pen has no fill.
struct Shape {
    Path path;
    std::optional<Paint> fill;
    FillRule fill_rule = FillRule::NonZero;
    std::optional<Stroke> stroke;
    double fill_opacity = 1;  // 0 to 1
    ClipRef clip = {};        // null: nothing cuts it
    bool operator==(const Shape&) const = default;
};

inline Shape filled(Path path, Paint paint = CurrentColour{}) {
    Shape shape;
    shape.path = std::move(path);
    shape.fill = paint;
    return shape;
}

/// A symbol or a picture. Of vectors, transforms are applied to the paths, groups are flattened,
/// and shapes have their opacity. The view box starts at (0, 0), has no side more than a hundred
/// times the other, and what reaches outside is not drawn. No point lies further out than a
/// thousand of its sides.
struct Drawing {
    std::string name;
    double width = 1, height = 1;  // of the view box
    std::vector<Shape> shapes;
    ImageRef image = {};  // fills the view box, in place of shapes

    /// The address that it is the QR code of: one unit is a module, and all edges lie between
    /// modules. Machines look for dark on light.
    std::string code_of = {};

    /// Below what shows, and above what arithmetic adds.
    double slack() const { return std::max(width, height) / 1000; }
    bool operator==(const Drawing&) const = default;
};

/// What a picture may be at most, one side to the other: with more it is a line.
inline constexpr double kMostAspectRatio = 100;

using DrawingRef = std::shared_ptr<const Drawing>;

}  // namespace broadside
