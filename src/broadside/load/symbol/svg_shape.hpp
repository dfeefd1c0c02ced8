#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "broadside/base/path.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

using SvgAttributes = std::map<std::string, std::string, std::less<>>;

/// What lengths in percent are parts of, in units of the drawing.
struct Viewport {
    double width = 1, height = 1;

    /// SVG 2, 8.9: of lengths that are neither across nor down.
    double diagonal() const;
};

/// A number, alone or with a unit of CSS, or a part of `whole` in percent.
std::optional<double> parse_length(std::string_view text, double whole);

bool is_shape(std::string_view element);

/// The outline of `path rect circle ellipse line polyline polygon`, in the element's own
/// coordinates; empty where it has no size, which is drawn by nobody.
std::variant<Path, Problem> shape_path(std::string_view element, const SvgAttributes& attributes,
                                       const Viewport& viewport);

}  // namespace broadside::load
