#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "broadside/emit/drawing.hpp"

namespace broadside::emit {

/// What a drawing's elements take from the file that they stand in.
struct SvgSurroundings {
    std::string_view current;                                 // in place of `currentColor`
    std::function<std::string()> new_id;                      // of what they refer to
    std::function<std::string(const Shape&)> more = nullptr;  // attributes; null: none
    std::function<std::string(Colour)> themed = nullptr;      // of a palette's colour; null: itself
};

/// A `<path>` for each shape, each behind what it refers to.
std::string shape_elements(const Drawing& drawing, const DrawingPlacement& placement,
                           const SvgSurroundings& around);

}  // namespace broadside::emit
