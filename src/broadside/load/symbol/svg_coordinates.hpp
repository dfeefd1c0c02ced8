#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "broadside/base/transform.hpp"
#include "broadside/load/symbol/svg_shape.hpp"

/// How an element of SVG says where its units lie among those around it.
namespace broadside::load {

/// Whether shapes keep a width and a height, as far as numbers can tell.
bool leaves_area(const Transform& transform);

/// The transform as it is with a point where it has the origin.
Transform about_point(PathPoint point, const Transform& transform);

/// The list of a `transform` attribute: SVG 1.1, section 7.6.
std::optional<Transform> parse_transform(std::string_view text);

struct ViewBox {
    double x = 0, y = 0;
    Viewport viewport;
};

/// Of <svg> or <symbol>: its `viewBox`, or its width and height where there is none.
std::variant<ViewBox, Problem> read_view_box(const SvgAttributes& attributes);

/// SVG 2, 8.6: from the units of a view box to those of what it is in. Nothing for a
/// preserveAspectRatio that cuts.
std::optional<Transform> fitted(const ViewBox& box, const Viewport& port,
                                std::string_view preserve_aspect_ratio);

/// Two lengths, or the words of CSS for places.
std::optional<PathPoint> parse_origin(std::string_view text, const Viewport& viewport);

}  // namespace broadside::load
