#include "broadside/emit/svg/shape.hpp"

#include <memory>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/emit/svg/path.hpp"

namespace broadside::emit {

namespace {

std::string opacity_attribute(std::string_view name, double opacity) {
    return opacity < 1 ? fmt::format(" {}=\"{:.4g}\"", name, opacity) : "";
}

std::string stroke_attributes(const Stroke& stroke, double scale) {
    std::string out = fmt::format(" stroke-width=\"{}\"", units(Pt(stroke.width * scale)));
    if (stroke.cap == LineCap::Round) out += " stroke-linecap=\"round\"";
    if (stroke.cap == LineCap::Square) out += " stroke-linecap=\"square\"";
    if (stroke.join == LineJoin::Round) out += " stroke-linejoin=\"round\"";
    if (stroke.join == LineJoin::Bevel) out += " stroke-linejoin=\"bevel\"";
    constexpr double kDefaultMiterLimit = 4;
    if (stroke.join == LineJoin::Miter && stroke.miter_limit != kDefaultMiterLimit) {
        out += fmt::format(" stroke-miterlimit=\"{:.6g}\"", stroke.miter_limit);
    }
    if (!stroke.dashes.empty()) {
        std::string dashes;
        for (const double dash : stroke.dashes)
            dashes += (dashes.empty() ? "" : " ") + units(Pt(dash * scale));
        out += fmt::format(" stroke-dasharray=\"{}\"", dashes);
        if (stroke.dash_offset > 0)
            out += fmt::format(" stroke-dashoffset=\"{}\"", units(Pt(stroke.dash_offset * scale)));
    }
    return out + opacity_attribute("stroke-opacity", stroke.opacity);
}

/// SVG 2, 14.2, in units of the file.
std::string gradient_element(const Gradient& gradient, const DrawingPlacement& placement,
                             std::string_view id) {
    const std::string_view name = gradient.start ? "radialGradient" : "linearGradient";
    std::string out = fmt::format("<{} id=\"{}\" gradientUnits=\"userSpaceOnUse\"", name, id);
    if (const auto& start = gradient.start)
        out += fmt::format(" cx=\"0\" cy=\"0\" r=\"1\" fx=\"{:.6g}\" fy=\"{:.6g}\" fr=\"{:.6g}\"",
                           start->x, start->y, start->radius);
    else
        out += " x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\"";
    const double scale = placement.scale * kUnitsPerPoint;
    const auto& [a, b, c, d, e, f] = gradient.to_drawing;
    out += fmt::format(" gradientTransform=\"matrix({:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g})\">",
                       a * scale, b * scale, c * scale, d * scale,
                       placement.origin.x.value * kUnitsPerPoint + e * scale,
                       placement.origin.y.value * kUnitsPerPoint + f * scale);
    // Whatever they have by default, a page may have rules for it.
    for (const auto& [offset, colour, opacity] : gradient.stops)
        out += fmt::format("<stop offset=\"{:.4g}\" stop-color=\"{}\" stop-opacity=\"{:.4g}\"/>",
                           offset, to_string(colour), opacity);
    return out + fmt::format("</{}>\n", name);
}

class ShapeWriter {
public:
    ShapeWriter(const DrawingPlacement& placement, const SvgSurroundings& around)
        : placement_(placement), around_(around) {}

    std::string write(const Drawing& drawing) {
        for_each_shape(
            drawing, [this](const Clip& clip) { open(clip); }, [this] { out_ += "</g>\n"; },
            [this](const Shape& shape) { write(shape); });
        return std::move(out_);
    }

private:
    void write(const Shape& shape) {
        if (shape.stroke && shape.stroke->pen) return write_with_pen(shape);
        std::string path =
            fmt::format("<path fill=\"{}\"", shape.fill ? value(*shape.fill) : "none");
        if (shape.fill && shape.fill_rule == FillRule::EvenOdd) path += " fill-rule=\"evenodd\"";
        if (shape.fill) path += opacity_attribute("fill-opacity", shape.fill_opacity);
        if (const auto& stroke = shape.stroke)
            path += fmt::format(" stroke=\"{}\"", value(stroke->paint)) +
                    stroke_attributes(*stroke, placement_.scale);
        if (around_.more) path += around_.more(shape);
        SvgPathData data;
        data.append(shape.path, placement_);
        out_ += fmt::format("{} d=\"{}\"/>\n", path, data.take());
    }

    /// In the pen's own units, in which it is a circle.
    void write_with_pen(Shape shape) {
        const Transform pen = *std::exchange(shape.stroke->pen, std::nullopt);
        const Transform to_pen = inverse(pen);
        shape.path = transformed(shape.path, to_pen);
        shape.clip = nullptr;  // is open
        if (const Gradient* gradient = gradient_of(shape.stroke->paint)) {
            Gradient moved = *gradient;
            moved.to_drawing = combined(to_pen, moved.to_drawing);
            shape.stroke->paint = std::make_shared<const Gradient>(std::move(moved));
        }
        out_ += fmt::format("<g transform=\"matrix({:.6g} {:.6g} {:.6g} {:.6g} {} {})\">\n", pen.a,
                            pen.b, pen.c, pen.d, units(placement_.origin.x),
                            units(placement_.origin.y));
        out_ += ShapeWriter({{}, placement_.scale}, around_).write({{}, 1, 1, {std::move(shape)}});
        out_ += "</g>\n";
    }

    void open(const Clip& clip) {
        const std::string id = around_.new_id();
        SvgPathData data;
        data.append(clip.path, placement_);
        out_ += fmt::format(
            "<clipPath id=\"{0}\"><path{1} d=\"{2}\"/></clipPath>\n<g clip-path=\"url(#{0})\">\n",
            id, clip.rule == FillRule::EvenOdd ? " clip-rule=\"evenodd\"" : "", data.take());
    }

    /// Of `fill` or `stroke`. A gradient is written first.
    std::string value(const Paint& paint) {
        const auto themed = themed_colour(paint);
        if (themed && around_.themed) return around_.themed(*themed);
        if (const auto* colour = std::get_if<Colour>(&paint)) return to_string(*colour);
        const Gradient* gradient = gradient_of(paint);
        if (gradient == nullptr) return std::string(around_.current);
        const std::string id = around_.new_id();
        out_ += gradient_element(*gradient, placement_, id);
        return fmt::format("url(#{})", id);
    }

    const DrawingPlacement placement_;
    const SvgSurroundings& around_;
    std::string out_;
};

}  // namespace

std::string shape_elements(const Drawing& drawing, const DrawingPlacement& placement,
                           const SvgSurroundings& around) {
    return ShapeWriter(placement, around).write(drawing);
}

}  // namespace broadside::emit
