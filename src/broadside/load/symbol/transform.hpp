#pragma once

#include <optional>
#include <string_view>

#include "broadside/base/transform.hpp"

namespace broadside::load {

/// Whether shapes keep a width and a height, as far as numbers can tell.
bool leaves_area(const Transform& transform);

/// The list of a `transform` attribute: SVG 1.1, section 7.6.
std::optional<Transform> parse_transform(std::string_view text);

}  // namespace broadside::load
