#include "broadside/emit/svg/shape.hpp"

#include <variant>

#include <fmt/format.h>

#include "broadside/emit/svg/path.hpp"

namespace broadside::emit {

namespace {

std::string paint_value(const Paint& paint, std::string_view current) {
    const auto* colour = std::get_if<Colour>(&paint);
    return colour != nullptr ? to_string(*colour) : std::string(current);
}

std::string opacity_attribute(std::string_view name, double opacity) {
    return opacity < 1 ? fmt::format(" {}=\"{:.4g}\"", name, opacity) : "";
}

std::string stroke_attributes(const Stroke& stroke, std::string_view current, double scale) {
    std::string out =
        fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", paint_value(stroke.paint, current),
                    units(Pt(stroke.width * scale)));
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
        out += fmt::format(" stroke-dasharray=\"{}\" stroke-dashoffset=\"{}\"", dashes,
                           units(Pt(stroke.dash_offset * scale)));
    }
    return out + opacity_attribute("stroke-opacity", stroke.opacity);
}

}  // namespace

std::string shape_element(const Shape& shape, const DrawingPlacement& placement,
                          std::string_view current, std::string_view more) {
    std::string out = "<path";
    out += fmt::format(" fill=\"{}\"", shape.fill ? paint_value(*shape.fill, current) : "none");
    if (shape.fill && shape.fill_rule == FillRule::EvenOdd) out += " fill-rule=\"evenodd\"";
    if (shape.fill) out += opacity_attribute("fill-opacity", shape.fill_opacity);
    if (shape.stroke) out += stroke_attributes(*shape.stroke, current, placement.scale);
    SvgPathData data;
    data.append(shape.path, placement);
    return out + fmt::format("{} d=\"{}\"/>\n", more, data.take());
}

}  // namespace broadside::emit
