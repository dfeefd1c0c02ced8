#pragma once

#include <string>
#include <string_view>

#include "broadside/emit/drawing.hpp"

namespace broadside::emit {

/// A `<path>` element in place of whose `currentColor` stands `current`, with `more` attributes.
std::string shape_element(const Shape& shape, const DrawingPlacement& placement,
                          std::string_view current, std::string_view more = {});

}  // namespace broadside::emit
