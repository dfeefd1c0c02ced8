#pragma once

#include <string>
#include <string_view>

#include "broadside/base/geometry.hpp"

/// The lowest layer of the SVG writer: names and numbers.
namespace broadside::emit {

/// A family name as a CSS string inside a quoted attribute, with the generic family as a fallback.
std::string font_family_value(std::string_view family);

/// Stands in ids and references for the file's name, which is a hash of the finished content. No
/// text can hold it: `escape_xml` lets no control character through.
inline constexpr std::string_view kFileName = "\x01";

/// Stands around the number of another page, counted from 0, in place of its file's name.
inline constexpr std::string_view kOtherFile = "\x02";

/// Lengths in hundredths of a point. Everything is put on this grid before it is written, so that
/// relative path commands add up.
using Grid = long;
inline constexpr double kGridStepsPerPoint = 100;

Grid to_grid(Pt length);

inline constexpr double kUnitsPerPoint = 10;

/// In units of the view box, which has ten a point: at one unit a point browsers' 1/64 rounding of
/// font sizes would move text by a tenth of a point.
std::string grid_units(Grid length);

inline std::string units(Pt length) { return grid_units(to_grid(length)); }

/// 64-bit FNV-1a as 8 letters and digits, a letter first: a name that depends on the content alone.
std::string content_name(std::string_view content);

}  // namespace broadside::emit
