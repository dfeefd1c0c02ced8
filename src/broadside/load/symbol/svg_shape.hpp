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

inline constexpr std::string_view kSvgShapes[] = {"path", "rect",     "circle", "ellipse",
                                                  "line", "polyline", "polygon"};

/// Past this no format writes a number as it is meant.
inline constexpr double kLargestSvgNumber = 1e6;

/// The outline of one of `kSvgShapes`, in the element's own coordinates; empty where it has no
/// size, which is drawn by nobody.
std::variant<Path, Problem> shape_path(std::string_view element, const SvgAttributes& attributes,
                                       const Viewport& viewport);

}  // namespace broadside::load
