#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "broadside/base/path.hpp"

namespace broadside::load {

struct PathDataError {
    std::size_t offset = 0;  // in the path data
    std::string message;
};

/// The `d` attribute of SVG 1.1, section 8.3: all commands, as absolute moves, lines and cubics. At
/// most limits::kMaxSymbolSegments segments.
std::variant<Path, PathDataError> parse_path_data(std::string_view text);

enum class ArcSize { Small, Large };
enum class ArcSweep { Anticlockwise, Clockwise };  // as seen, with y down

struct Arc {
    double radius_x = 0, radius_y = 0;
    double rotation = 0;  // of the ellipse's x axis, in degrees
    ArcSize size = ArcSize::Small;
    ArcSweep sweep = ArcSweep::Anticlockwise;
};

/// Appends an elliptical arc from `from` to `to` as cubic curves of a quarter turn at most. Radii
/// that are too small grow, zero radii give a line (SVG 1.1, appendix F.6), and so do numbers past
/// the range of arithmetic.
void append_arc(Path& path, PathPoint from, const Arc& arc, PathPoint to);

}  // namespace broadside::load
