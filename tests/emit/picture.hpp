#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <png.h>

#include "broadside/base/colour.hpp"

namespace broadside::test {

struct Picture {
    std::size_t width = 0, height = 0;
    std::vector<std::uint8_t> rgb;

    Colour at(std::size_t x, std::size_t y) const {
        const std::size_t index = 3 * (y * width + x);
        return {rgb.at(index), rgb.at(index + 1), rgb.at(index + 2)};
    }
};

/// Decodes a PNG; what is transparent shows white paper.
inline Picture decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) {
        throw std::runtime_error("no PNG");
    }
    image.format = PNG_FORMAT_RGB;
    Picture picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, picture.rgb.data(), 0, nullptr)) {
        throw std::runtime_error("damaged PNG");
    }
    return picture;
}

/// Mean absolute difference of a channel, over the area that both pictures have.
inline double mean_difference(const Picture& a, const Picture& b) {
    const std::size_t width = std::min(a.width, b.width), height = std::min(a.height, b.height);
    double sum = 0;
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const Colour p = a.at(x, y), q = b.at(x, y);
            sum +=
                std::abs(p.red - q.red) + std::abs(p.green - q.green) + std::abs(p.blue - q.blue);
        }
    }
    return sum / static_cast<double>(3 * width * height);
}

}  // namespace broadside::test
