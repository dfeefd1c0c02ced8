#include "broadside/emit/png/cairo_image.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace broadside::emit {

namespace {

/// Cairo's order of bytes in a number: opacity, red, green, blue.
using Sums = std::array<double, 4>;

/// What a pixel gives to the one that it falls into, and to the next, when `from` of them become
/// `to`, which are no more.
struct Share {
    std::size_t into = 0;
    double first = 0, second = 0;
};

std::vector<Share> shares(std::size_t from, std::size_t to) {
    std::vector<Share> all(from);
    const double size = static_cast<double>(to) / static_cast<double>(from);
    for (std::size_t i = 0; i < from; ++i) {
        Share& share = all[i];
        // In whole numbers: an edge between two pixels is exactly there.
        share.into = i * to / from;
        const std::size_t inside = (share.into + 1) * from - i * to;
        share.first = inside >= to ? size : static_cast<double>(inside) / static_cast<double>(from);
        share.second = size - share.first;
    }
    return all;
}

/// Of premultiplied pixels: what is clear gives no colour.
Sums sums_of(const std::uint8_t* pixel) {
    const double opacity = pixel[3];
    return {opacity, pixel[0] * opacity / 255, pixel[1] * opacity / 255, pixel[2] * opacity / 255};
}

void add(Sums& sums, const Sums& more, double share) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i] * share;
}

std::uint32_t argb(const Sums& sums) {
    std::uint32_t number = 0;
    for (const double sum : sums)
        number = number << 8 | static_cast<std::uint32_t>(std::lround(std::clamp(sum, 0.0, 255.0)));
    return number;
}

}  // namespace

CairoSurface image_surface(const Image& image, std::size_t width, std::size_t height) {
    width = std::clamp<std::size_t>(width, 1, image.width);
    height = std::clamp<std::size_t>(height, 1, image.height);
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width),
                                                    static_cast<int>(height)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const std::vector<Share> columns = shares(image.width, width);
    const std::vector<Share> rows = shares(image.height, height);
    // One more than there are: the last pixel gives its second share, of nothing, to it.
    std::vector<Sums> line(width + 1), sum(width + 1), next(width + 1);
    const std::uint8_t* pixel = image.pixels.data();
    for (std::size_t y = 0; y < image.height; ++y) {
        std::fill(line.begin(), line.end(), Sums());
        for (const Share& share : columns) {
            const Sums sums = sums_of(pixel);
            add(line[share.into], sums, share.first);
            if (share.second > 0) add(line[share.into + 1], sums, share.second);
            pixel += 4;
        }
        const Share& share = rows[y];
        for (std::size_t x = 0; x < width; ++x) {
            add(sum[x], line[x], share.first);
            add(next[x], line[x], share.second);
        }
        const bool is_last = y + 1 == image.height || rows[y + 1].into > share.into;
        if (!is_last) continue;
        auto* out = reinterpret_cast<std::uint32_t*>(bytes + share.into * stride);
        for (std::size_t x = 0; x < width; ++x) out[x] = argb(sum[x]);
        std::swap(sum, next);
        std::fill(next.begin(), next.end(), Sums());
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

}  // namespace broadside::emit
