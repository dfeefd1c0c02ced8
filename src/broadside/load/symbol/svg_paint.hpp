#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "broadside/base/drawing.hpp"
#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// Whether a name is a property that a drawing's attributes, rules and `style` say something with.
/// All others mean nothing for shapes, or nothing on paper.
bool is_svg_property(std::string_view name);

/// The presentation attributes that a shape has or inherits, with SVG's initial values, but for
/// `fill`: a one-colour icon that says none takes the colour of its place, as `currentColor` does.
struct SvgPaint {
    std::optional<Paint> fill = CurrentColour{};
    FillRule fill_rule = FillRule::NonZero;
    std::optional<Paint> stroke_paint;
    Stroke stroke;                           // all but its paint
    std::optional<Colour> colour;            // what `currentColor` is, where the drawing says it
    std::string fill_server, stroke_server;  // ids of gradients, where there are such
    bool says_fill = false;
    bool is_visible = true;
    bool is_stroked_first = false;
    double fill_opacity = 1, stroke_opacity = 1;  // of the property
    double fill_alpha = 1, stroke_alpha = 1;      // of the colour
};

/// Sets one inherited property, or says what is wrong with it; does nothing where the name is
/// another.
std::optional<Problem> apply_presentation(SvgPaint& paint, std::string_view name,
                                          std::string_view value, const Viewport& viewport);

/// Of what is no such rule, the other.
FillRule fill_rule(std::string_view value, FillRule by_default);

/// 0 to 1, from a number or a percentage.
std::optional<double> parse_opacity(std::string_view value);

/// Sets the opacity that a property is, or says what is wrong with it.
std::optional<Problem> apply_opacity(double& target, std::string_view name, std::string_view value);

}  // namespace broadside::load
