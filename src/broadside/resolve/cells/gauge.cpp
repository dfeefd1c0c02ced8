#include "broadside/resolve/cells/gauge.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace broadside::resolve {

namespace {

constexpr double kHeight = 10, kBarGap = 3, kDisc = 11;  // in drawing units
constexpr double kLine = 1, kFrame = 0.5;

/// What a page shows of more steps nobody sees, and a file has a drawing for each.
constexpr int kBarSteps = 200;

/// The least that is seen beside the frame: what is more than nothing looks so.
constexpr int kLeastSteps = 5;

Shape outlined(Path path, double line = kLine) {
    Shape shape;
    shape.path = std::move(path);
    shape.stroke = Stroke{CurrentColour{}, line};
    return shape;
}

constexpr double kMiddle = kHeight / 2;

/// From the top of a circle to its foot, on the right where `way` is 1, on the left where it is -1.
Path arc(double x, double radius, double way) {
    constexpr double kCircle = 0.5522847498;  // a quarter of a circle as a Bézier curve
    const double reach = kCircle * radius, side = x + way * radius;
    return {
        MoveTo{{x, kMiddle - radius}},
        CubicTo{{x + way * reach, kMiddle - radius}, {side, kMiddle - reach}, {side, kMiddle}},
        CubicTo{
            {side, kMiddle + reach}, {x + way * reach, kMiddle + radius}, {x, kMiddle + radius}}};
}

Path half_disc(double x, double radius, double way) {
    Path path = arc(x, radius, way);
    path.push_back(ClosePath{});
    return path;
}

Path disc(double x, double radius) {
    Path path = arc(x, radius, 1);
    const Path back = arc(x, -radius, 1);
    path.insert(path.end(), back.begin() + 1, back.end());
    path.push_back(ClosePath{});
    return path;
}

}  // namespace

DrawingRef bar_drawing(const Bar& bar, Direction direction) {
    const auto steps_of = [](double share) {
        return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kBarSteps));
    };
    const int steps =
        bar.most > 0 ? std::max(steps_of(std::max(bar.least, bar.most)), kLeastSteps) : 0;
    const int full = bar.least < bar.most ? steps_of(bar.least) : steps;
    const double length = bar.length * kHeight;
    const bool from_right = direction == Direction::RightToLeft;
    const double start = from_right ? kBarGap : 0, end = start + length;
    Drawing drawing;
    drawing.name =
        full == steps ? fmt::format("bar-{}", steps) : fmt::format("bar-{}-{}", full, steps);
    drawing.name += fmt::format("-of-{:.6g}", length);
    if (bar.has_frame) drawing.name += "-framed";
    if (from_right) drawing.name += "-rtl";
    drawing.width = length + kBarGap;
    drawing.height = kHeight;
    constexpr double kTop = 1.5, kFoot = kHeight - 1.5, kThin = (kFoot - kTop) / 3;
    const Path frame =
        rectangle(start + kFrame / 2, kTop + kFrame / 2, end - kFrame / 2, kFoot - kFrame / 2);
    const double edge = from_right ? end - kFrame : start;
    drawing.shapes.push_back(bar.has_frame ? outlined(frame, kFrame)
                                           : filled(rectangle(edge, 0, edge + kFrame, kHeight)));
    const auto fill = [&](int first, int last, double inset) {
        if (first == last) return;
        const double from = length * first / kBarSteps, to = length * last / kBarSteps;
        const double left = from_right ? end - to : start + from;
        drawing.shapes.push_back(
            filled(rectangle(left, kTop + inset, left + to - from, kFoot - inset)));
    };
    fill(0, full, 0);
    fill(full, steps, kThin);
    return std::make_shared<const Drawing>(std::move(drawing));
}

DrawingRef room_of_bar(double length) {
    return std::make_shared<const Drawing>(
        Drawing{fmt::format("no-bar-of-{:.6g}", length), length * kHeight + kBarGap, kHeight, {}});
}

DrawingRef rating_drawing(int halves, int of, Direction direction) {
    const bool from_right = direction == Direction::RightToLeft;
    constexpr double kRadius = 4;
    Drawing drawing;
    drawing.name = fmt::format("rating-{}-{}{}", halves, of, from_right ? "-rtl" : "");
    drawing.width = kDisc * of;
    drawing.height = kHeight;
    for (int i = 0; i < of; ++i) {
        const double x = kDisc * ((from_right ? of - 1 - i : i) + 0.5);
        if (halves >= 2 * i + 2) drawing.shapes.push_back(filled(disc(x, kRadius + kLine / 2)));
        if (halves < 2 * i + 2) drawing.shapes.push_back(outlined(disc(x, kRadius)));
        if (halves == 2 * i + 1)
            drawing.shapes.push_back(filled(half_disc(x, kRadius, from_right ? 1 : -1)));
    }
    return std::make_shared<const Drawing>(std::move(drawing));
}

DrawingRef empty_drawing() {
    static const auto drawing = std::make_shared<const Drawing>(Drawing{"nothing", 1, 1, {}});
    return drawing;
}

DrawingRef dash_drawing() {
    static const auto drawing = std::make_shared<const Drawing>(
        Drawing{"dash", kHeight, kHeight, {filled(rectangle(2, 4.5, 8, 5.5))}});
    return drawing;
}

namespace {

constexpr double kSwatchWidth = 14;

Drawing swatch(Colour colour) {
    const Path edge =
        rectangle(kFrame / 2, kFrame / 2, kSwatchWidth - kFrame / 2, kHeight - kFrame / 2);
    Drawing drawing;
    drawing.name = "swatch-" + to_string(colour).substr(1);
    drawing.width = kSwatchWidth;
    drawing.height = kHeight;
    drawing.shapes = {filled(edge, colour), outlined(edge, kFrame)};
    return drawing;
}

Shape moved(Shape shape, const Transform& transform, Colour ink) {
    const auto inked = [ink](Paint& paint) {
        if (std::holds_alternative<CurrentColour>(paint)) paint = ink;
    };
    shape.path = transformed(shape.path, transform);
    if (shape.fill) inked(*shape.fill);
    if (shape.stroke) {
        inked(shape.stroke->paint);
        shape.stroke->width *= transform.scale();
        shape.stroke->dash_offset *= transform.scale();
        for (double& dash : shape.stroke->dashes) dash *= transform.scale();
    }
    return shape;
}

/// Neither cut nor shaded, nor drawn with a pen that is no circle.
bool is_shape_alone(const Shape& shape) {
    const auto is_shaded = [](const Paint& paint) {
        return std::holds_alternative<GradientRef>(paint);
    };
    return !shape.clip && !(shape.fill && is_shaded(*shape.fill)) &&
           !(shape.stroke && (shape.stroke->pen || is_shaded(shape.stroke->paint)));
}

}  // namespace

DrawingRef swatch_drawing(Colour colour) { return std::make_shared<const Drawing>(swatch(colour)); }

DrawingRef swatch_drawing(Colour colour, const DrawingRef& symbol, Colour ink) {
    constexpr double kInside = 8;
    if (symbol->image || !std::all_of(symbol->shapes.begin(), symbol->shapes.end(), is_shape_alone))
        return symbol;
    Drawing drawing = swatch(colour);
    drawing.name += "-" + symbol->name;
    const double scale = kInside / std::max(symbol->width, symbol->height);
    const Transform inside = combined(translation((kSwatchWidth - scale * symbol->width) / 2,
                                                  (kHeight - scale * symbol->height) / 2),
                                      {scale, 0, 0, scale, 0, 0});
    for (const Shape& shape : symbol->shapes) drawing.shapes.push_back(moved(shape, inside, ink));
    return std::make_shared<const Drawing>(std::move(drawing));
}

}  // namespace broadside::resolve
