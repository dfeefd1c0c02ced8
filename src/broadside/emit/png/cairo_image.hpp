#pragma once

#include <cstddef>

#include "broadside/base/image.hpp"
#include "broadside/emit/png/cairo.hpp"

namespace broadside::emit {

/// The image in so many pixels, at least one a side, or in its own where those are fewer. Each is
/// the mean of the pixels that it stands for: Cairo's own way to do it differs by its release, and
/// costs as much at each use.
CairoSurface image_surface(const Image& image, std::size_t width, std::size_t height);

}  // namespace broadside::emit
