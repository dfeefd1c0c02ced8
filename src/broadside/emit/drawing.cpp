#include "broadside/emit/drawing.hpp"

#include <cmath>
#include <initializer_list>
#include <numbers>
#include <optional>
#include <variant>

namespace broadside::emit {

namespace {

/// Follows the outline of a shape. A curve lies inside its control points, a line's ink within half
/// its width of it, but for the tips of mitres.
class Outline {
public:
    explicit Outline(const Shape& shape) : stroke_(shape.stroke) {
        for (const PathSegment& segment : shape.path) std::visit(*this, segment);
    }

    bool is_within(double width, double height, double slack) const {
        return left_ >= -slack && top_ >= -slack && right_ <= width + slack &&
               bottom_ <= height + slack;
    }

    // One for each segment of a path.
    void operator()(const MoveTo& move) {
        start_ = at_ = move.to;
        first_ = last_ = PathPoint{};
        include(at_, half_width());
    }
    void operator()(const LineTo& line) {
        leave(difference(line.to, at_));
        arrive(line.to);
    }
    void operator()(const CubicTo& curve) {
        leave(direction({curve.control1, curve.control2, curve.to}));
        include(curve.control1, half_width());
        include(curve.control2, half_width());
        const PathPoint from = at_;
        at_ = curve.to;
        last_ = direction({curve.control2, curve.control1, from});
        last_ = {-last_.x, -last_.y};
        include(at_, half_width());
    }
    void operator()(const ClosePath&) {
        leave(difference(start_, at_));
        arrive(start_);
        join(first_);
    }

private:
    static PathPoint difference(PathPoint to, PathPoint from) {
        return {to.x - from.x, to.y - from.y};
    }

    static bool is_none(PathPoint direction) { return direction == PathPoint{}; }

    /// Towards the first of the points that is another one.
    PathPoint direction(std::initializer_list<PathPoint> points) const {
        for (const PathPoint& point : points) {
            if (point != at_) return difference(point, at_);
        }
        return {};
    }

    void leave(PathPoint towards) {
        if (is_none(towards)) return;
        join(towards);
        if (is_none(first_)) first_ = towards;
        last_ = towards;
    }

    void arrive(PathPoint to) {
        at_ = to;
        include(at_, half_width());
    }

    double half_width() const {
        if (!stroke_) return 0;
        return stroke_->width / 2 * (stroke_->cap == LineCap::Square ? std::numbers::sqrt2 : 1);
    }

    /// SVG 2, `stroke-miterlimit`, where the pen is a circle: the mitre is as many line widths long
    /// as the angle is narrow.
    void join(PathPoint next) {
        if (!stroke_ || stroke_->join != LineJoin::Miter || is_none(last_) || is_none(next)) return;
        const double lengths = std::hypot(last_.x, last_.y) * std::hypot(next.x, next.y);
        const double cosine = (last_.x * next.x + last_.y * next.y) / lengths;
        // A pen that is none changes angles.
        const double ratio =
            stroke_->pen ? stroke_->miter_limit : 1 / std::sqrt(std::max(1 + cosine, 0.0) / 2);
        if (ratio <= stroke_->miter_limit) include(at_, stroke_->width / 2 * ratio);
    }

    void include(PathPoint point, double reach) {
        if (stroke_ && stroke_->pen) reach *= stretch(*stroke_->pen);
        left_ = std::min(left_, point.x - reach);
        right_ = std::max(right_, point.x + reach);
        top_ = std::min(top_, point.y - reach);
        bottom_ = std::max(bottom_, point.y + reach);
    }

    const std::optional<Stroke>& stroke_;
    PathPoint start_, at_;
    PathPoint first_, last_;  // directions of the subpath at its start and where it stands
    double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

}  // namespace

DrawingPlacement place_drawing(const Drawing& drawing, const Rect& box) {
    const double scale =
        std::min(box.width.value / drawing.width, box.height.value / drawing.height);
    return {{box.x + (box.width - Pt(drawing.width * scale)) / 2,
             box.y + (box.height - Pt(drawing.height * scale)) / 2},
            scale};
}

GridSquares snap_squares(const Rect& box, double count, double steps) {
    const double room = std::min(box.width, box.height).value * steps;
    double side = std::floor(room / count + 1.0 / 256);
    // Rather than much smaller, codes are larger by no more than half of the quiet zone around them
    // (ISO/IEC 18004: 4 modules at each side of 21 and more).
    constexpr double kMuchSmaller = 0.9, kSmallestCode = 29, kHalfQuietZones = 4;
    const bool may_be_larger =
        count >= kSmallestCode && (side + 1) * (count - kHalfQuietZones) <= room;
    if (side >= 1 && side * count < room * kMuchSmaller && may_be_larger) ++side;
    // Half as large as the code beside it, one of single steps would be read no better than with
    // blurred edges.
    constexpr double kTooSmall = 0.75;
    if (side == 1 && side * count < room * kTooSmall) side = 0;
    const double length = side * count;
    return {std::round(box.x.value * steps + (box.width.value * steps - length) / 2),
            std::round(box.y.value * steps + (box.height.value * steps - length) / 2), side};
}

Colour paint_colour(const Paint& paint, Colour current) {
    const auto* colour = std::get_if<Colour>(&paint);
    return colour != nullptr ? *colour : current;
}

const Gradient* gradient_of(const Paint& paint) {
    const auto* gradient = std::get_if<GradientRef>(&paint);
    return gradient != nullptr ? gradient->get() : nullptr;
}

bool has_opacities(const Gradient& gradient) {
    return std::any_of(gradient.stops.begin(), gradient.stops.end(),
                       [](const Gradient::Stop& stop) { return stop.opacity < 1; });
}

std::optional<Colour> themed_colour(const Paint& paint) {
    const auto* colour = std::get_if<Colour>(&paint);
    return colour && colour->name != PaletteColour::None ? std::optional(*colour) : std::nullopt;
}

bool is_for_light_paper(const Drawing& drawing) {
    const auto is_own = [](const Paint& paint) {
        return !std::holds_alternative<CurrentColour>(paint) && !themed_colour(paint);
    };
    return drawing.image || !drawing.code_of.empty() ||
           std::any_of(drawing.shapes.begin(), drawing.shapes.end(), [&](const Shape& shape) {
               return (shape.fill && is_own(*shape.fill)) ||
                      (shape.stroke && is_own(shape.stroke->paint));
           });
}

bool has_several_colours(const Drawing& drawing) {
    std::vector<Paint> paints;
    for (const Shape& shape : drawing.shapes) {
        if (shape.fill) paints.push_back(*shape.fill);
        if (shape.stroke) paints.push_back(shape.stroke->paint);
    }
    return std::any_of(paints.begin(), paints.end(), [&](const Paint& paint) {
        return gradient_of(paint) != nullptr || !(paint == paints.front());
    });
}

bool is_seen_through(const Drawing& drawing) {
    const auto lets_through = [](const Paint& paint, double opacity) {
        const Gradient* gradient = gradient_of(paint);
        return opacity < 1 || (gradient != nullptr && has_opacities(*gradient));
    };
    return std::any_of(drawing.shapes.begin(), drawing.shapes.end(), [&](const Shape& shape) {
        return (shape.fill && lets_through(*shape.fill, shape.fill_opacity)) ||
               (shape.stroke && lets_through(shape.stroke->paint, shape.stroke->opacity));
    });
}

bool reaches_outside(const Drawing& drawing) {
    return std::any_of(drawing.shapes.begin(), drawing.shapes.end(), [&](const Shape& shape) {
        return !Outline(shape).is_within(drawing.width, drawing.height, drawing.slack());
    });
}

}  // namespace broadside::emit
