#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/image.hpp"
#include "broadside/base/path.hpp"

namespace broadside {

/// The colour of the place where the drawing is used: SVG's `currentColor`.
struct CurrentColour {
    bool operator==(const CurrentColour&) const = default;
};

using Paint = std::variant<CurrentColour, Colour>;

enum class FillRule { NonZero, EvenOdd };
enum class LineCap { Butt, Round, Square };
enum class LineJoin { Miter, Round, Bevel };

struct Stroke {
    Paint paint;
    double width = 1;  // in drawing units
    LineCap cap = LineCap::Butt;
    LineJoin join = LineJoin::Miter;
    double miter_limit = 4;
    double opacity = 1;               // 0 to 1
    std::vector<double> dashes = {};  // lengths of ink and of gaps in turn; none: no gaps
    double dash_offset = 0;           // how far into them the line begins, 0 or more
};

/// One shape of a drawing: filled first, then stroked, as in SVG, each over all that is below.
struct Shape {
    Path path;
    std::optional<Paint> fill;
    FillRule fill_rule = FillRule::NonZero;
    std::optional<Stroke> stroke;
    double fill_opacity = 1;  // 0 to 1
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
};

/// What a picture may be at most, one side to the other: with more it is a line.
inline constexpr double kMostAspectRatio = 100;

using DrawingRef = std::shared_ptr<const Drawing>;

}  // namespace broadside
