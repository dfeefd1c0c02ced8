#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/content_hash.hpp"

namespace broadside {

/// How a file that is a PNG begins.
inline constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";

enum class ImageType : std::uint8_t { Png, Jpeg };

constexpr std::string_view media_type(ImageType type) {
    switch (type) {
        case ImageType::Png: return "image/png";
        case ImageType::Jpeg: return "image/jpeg";
    }
    return {};
}

/// A picture made of pixels, which were all read: its file is whole.
struct Image {
    ImageType type = ImageType::Png;
    std::string bytes;  // of its file, for formats that pass it on
    Digest content;     // of these
    std::size_t width = 1, height = 1;
    bool is_grey = false;              // one channel in the file; of a JPEG
    std::vector<std::uint8_t> pixels;  // red, green, blue and, straight, opacity; row by row
};

using ImageRef = std::shared_ptr<const Image>;

}  // namespace broadside
