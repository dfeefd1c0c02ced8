#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/drawing.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

enum class Visibility { Shown, Hidden };

/// The presentation attributes that a shape has or inherits, with SVG's initial values, but for
/// `fill`: a one-colour icon that says none takes the colour of its place, as `currentColor` does.
struct SvgPaint {
    std::optional<Paint> fill = CurrentColour{};
    FillRule fill_rule = FillRule::NonZero;
    std::optional<Paint> stroke_paint;
    Stroke stroke;  // all but its paint
    Visibility fill_visibility = Visibility::Shown;
    Visibility stroke_visibility = Visibility::Shown;
    Visibility visibility = Visibility::Shown;  // of the element with its children, from `opacity`
};

bool is_presentation_attribute(std::string_view name);

/// Sets one attribute, or says what is wrong with it.
std::optional<Problem> apply_presentation(SvgPaint& paint, std::string_view name,
                                          std::string_view value);

}  // namespace broadside::load
