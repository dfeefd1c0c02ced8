#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "broadside/base/path.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

using SvgAttributes = std::map<std::string, std::string, std::less<>>;

/// The attributes that give an element its geometry; none for an element that is no shape.
std::span<const std::string_view> shape_attributes(std::string_view element);

/// The outline of `path rect circle ellipse line polyline polygon`, in the element's own
/// coordinates.
std::variant<Path, Problem> shape_path(std::string_view element, const SvgAttributes& attributes);

}  // namespace broadside::load
