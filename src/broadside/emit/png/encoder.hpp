#pragma once

#include "broadside/base/metadata.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/png/cairo.hpp"
#include "broadside/emit/png/palette.hpp"

namespace broadside::emit {

/// Encodes an RGB24 or ARGB32 image surface with pHYs, sRGB and iTXt chunks, as 8-bit RGB or RGBA,
/// or in the colours of a palette that has all of the image's.
File encode_png(cairo_surface_t* image, const Metadata& metadata, double ppi,
                const Palette* palette = nullptr);

/// How many pixels of the image have each colour.
Histogram histogram_of(cairo_surface_t* image);

}  // namespace broadside::emit
