#pragma once

#include <variant>

#include "broadside/base/drawing.hpp"

namespace broadside::emit {

/// `current` where the paint is `currentColor`.
inline Colour paint_colour(const Paint& paint, Colour current) {
    const auto* colour = std::get_if<Colour>(&paint);
    return colour != nullptr ? *colour : current;
}

}  // namespace broadside::emit
