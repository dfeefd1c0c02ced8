#pragma once

#include <optional>

#include <cairo.h>

#include "broadside/base/metadata.hpp"
#include "broadside/emit/emit.hpp"

namespace broadside::emit {

/// Encodes an RGB24 image surface as 8-bit RGB with pHYs, sRGB and iTXt chunks. Nothing when the
/// PNG library fails, which is when memory runs out.
std::optional<File> encode_png(cairo_surface_t* image, const Metadata& metadata, double ppi);

}  // namespace broadside::emit
