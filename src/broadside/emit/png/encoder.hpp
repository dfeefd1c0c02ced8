#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "broadside/base/metadata.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/png/cairo.hpp"

namespace broadside::emit {

/// Cairo's order of bytes in a number: opacity, red, green, blue, premultiplied.
using Argb = std::uint32_t;

/// At most 256 colours in place of all that a picture has.
struct Palette {
    std::vector<Argb> colours;                     // sorted, so that what is opaque comes last
    std::unordered_map<Argb, std::uint8_t> index;  // of each colour of the picture
    int error = 0;  // of 255, the most that any channel of a pixel is off
};

/// How many pixels have each colour.
using Histogram = std::unordered_map<Argb, std::size_t>;

/// The palette with the smallest error, or close to it. Of `exact` those that the picture has stay
/// as they are, the most frequent 64 of them at least; a picture of 256 colours keeps all.
Palette choose_palette(const Histogram& picture, std::span<const Argb> exact);

/// Encodes an RGB24 or ARGB32 image surface with pHYs, sRGB and iTXt chunks, as 8-bit RGB or RGBA,
/// or in the colours of a palette that has all of the image's.
File encode_png(cairo_surface_t* image, const Metadata& metadata, double ppi,
                const Palette* palette = nullptr);

/// How many pixels of the image have each colour.
Histogram histogram_of(cairo_surface_t* image);

}  // namespace broadside::emit
