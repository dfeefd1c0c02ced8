#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/symbol/transform.hpp"

namespace broadside::load {

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
