#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

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

}  // namespace broadside::emit
