#include "broadside/load/picture/decode.hpp"

#include <memory>

#include <fmt/format.h>
#include <png.h>

#include "broadside/base/big_endian.hpp"

namespace broadside::load {

namespace {

constexpr std::size_t kSignature = 8;

struct PngOutline {
    PixelSize size;
    bool is_whole = false, is_animated = false;
};

/// PNG 3, 5.3: each chunk has its length, its name, its data and a checksum of four bytes.
PngOutline outline_of(std::string_view bytes) {
    constexpr std::size_t kFrame = 12;
    PngOutline outline;
    bytes.remove_prefix(kSignature);
    for (bool is_first = true; bytes.size() >= kFrame; is_first = false) {
        const std::size_t length = big_endian(bytes, 0, 4);
        const std::string_view name = bytes.substr(4, 4);
        if (is_first != (name == "IHDR") || length > bytes.size() - kFrame) return outline;
        if (is_first && length >= 8)
            outline.size = {big_endian(bytes, 8, 4), big_endian(bytes, 12, 4)};
        if (name == "acTL") outline.is_animated = true;
        if (name == "IEND") {
            outline.is_whole = true;
            return outline;
        }
        bytes.remove_prefix(kFrame + length);
    }
    return outline;
}

}  // namespace

DecodedImage decode_png(std::string_view bytes, const std::string& file) {
    const PngOutline outline = outline_of(bytes);
    if (outline.is_animated)
        return Problem{"unsupported-picture",
                       fmt::format("{} moves, which paper cannot", file),
                       {"save one of its frames as a PNG"}};
    if (!outline.is_whole) return damaged_picture(file, "it ends too early");
    if (auto problem = check_size(outline.size, file)) return *std::move(problem);

    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    // Frees what libpng holds, also when memory for the pixels is short.
    const std::unique_ptr<png_image, decltype(&png_image_free)> owner(&png, png_image_free);
    if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()))
        return damaged_picture(file, png.message);
    png.format = PNG_FORMAT_RGBA;
    Image image;
    image.width = png.width;
    image.height = png.height;
    image.pixels.resize(PNG_IMAGE_SIZE(png));
    if (!png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr))
        return damaged_picture(file, png.message);
    return image;
}

}  // namespace broadside::load
