#include "broadside/emit/png/encoder.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <libdeflate.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/handle.hpp"
#include "broadside/base/image.hpp"

namespace broadside::emit {

namespace {

// Measured on A4 pages, where each of PNG's filters loses to none, whether it is chosen for a row
// by its sums or by trying all.
constexpr char kNoFilter = 0;

// As fast as zlib's level 3, and 6 % smaller; 8 and 9 take twice and three times as long for the
// same size, and from 10 on releases 1.14 and 1.23 do not agree.
constexpr int kCompressionLevel = 7;

/// PNG 3, 5.3: a length, a type, data, and a checksum of the last two.
void add_chunk(File& file, std::string_view type, std::string_view data) {
    add_u32(file, data.size());
    const std::size_t begin = file.size();
    file.append(type).append(data);
    add_u32(file, libdeflate_crc32(0, file.data() + begin, file.size() - begin));
}

/// 11.3.3.4: neither compressed nor translated.
void add_text(File& file, std::string_view keyword, const std::string& text,
              const std::string& language) {
    if (text.empty()) return;
    std::string data(keyword);
    data.append(3, '\0').append(language).append(2, '\0').append(text);
    add_chunk(file, "iTXt", data);
}

/// An image by rows of pixels: 32-bit words of the machine's byte order, whose upper 8 bits an
/// opaque one leaves unused.
class Pixels {
public:
    explicit Pixels(cairo_surface_t* image)
        : bytes_(cairo_image_surface_get_data(image)),
          stride_(static_cast<std::size_t>(cairo_image_surface_get_stride(image))),
          width(static_cast<std::size_t>(cairo_image_surface_get_width(image))),
          height(static_cast<std::size_t>(cairo_image_surface_get_height(image))),
          is_opaque(cairo_image_surface_get_format(image) == CAIRO_FORMAT_RGB24) {}

    Argb at(std::size_t x, std::size_t y) const {
        Argb pixel = 0;
        std::memcpy(&pixel, bytes_ + y * stride_ + x * sizeof pixel, sizeof pixel);
        return is_opaque ? pixel | 0xff000000 : pixel;
    }

private:
    const unsigned char* bytes_;
    std::size_t stride_;

public:
    const std::size_t width, height;
    const bool is_opaque;
};

struct Rgba {
    std::uint8_t red = 0, green = 0, blue = 0, opacity = 0;
};

Rgba unmultiplied(Argb colour) {
    const Argb opacity = colour >> 24;
    if (opacity == 0) return {};
    const auto channel = [&](int shift) {
        return static_cast<std::uint8_t>(((colour >> shift & 0xff) * 255 + opacity / 2) / opacity);
    };
    return {channel(16), channel(8), channel(0), static_cast<std::uint8_t>(opacity)};
}

struct Picture {
    const Pixels& pixels;
    const Metadata& metadata;
    double ppi;
    const Palette* palette;

    /// PNG 3, 11.2.1.
    char colour_type() const {
        constexpr char kRgb = 2, kPalette = 3, kRgba = 6;
        if (palette != nullptr) return kPalette;
        return pixels.is_opaque ? kRgb : kRgba;
    }
    std::size_t bytes_a_pixel() const {
        if (palette != nullptr) return 1;
        return pixels.is_opaque ? 3 : 4;
    }
};

void add_palette(File& file, const Palette& palette) {
    std::string colours, opacities;
    std::size_t translucent = 0;
    for (const Argb each : palette.colours) {
        const Rgba colour = unmultiplied(each);
        for (const std::uint8_t channel : {colour.red, colour.green, colour.blue})
            colours += static_cast<char>(channel);
        opacities += static_cast<char>(colour.opacity);
        if (colour.opacity < 255) translucent = opacities.size();
    }
    add_chunk(file, "PLTE", colours);
    if (translucent > 0) add_chunk(file, "tRNS", opacities.substr(0, translucent));
}

void add_header(File& file, const Picture& picture) {
    constexpr char kBitsAChannel = 8, kPerceptual = 0, kMetre = 1;
    constexpr double kMetresPerInch = 0.0254;
    std::string header, density;
    add_u32(header, picture.pixels.width);
    add_u32(header, picture.pixels.height);
    header.append({kBitsAChannel, picture.colour_type()}).append(3, '\0');
    add_chunk(file, "IHDR", header);
    add_chunk(file, "sRGB", {&kPerceptual, 1});
    if (picture.palette != nullptr) add_palette(file, *picture.palette);
    const auto pixels = static_cast<std::size_t>(std::lround(picture.ppi / kMetresPerInch));
    add_u32(density, pixels);
    add_u32(density, pixels);
    add_chunk(file, "pHYs", density + kMetre);
    const Metadata& metadata = picture.metadata;
    add_text(file, "Title", metadata.title, metadata.language);
    add_text(file, "Author", metadata.author, metadata.language);
    add_text(file, "Description", metadata.description, metadata.language);
    add_text(file, "Copyright", metadata.licence, metadata.language);
}

/// One byte for the filter, and a row's pixels.
std::size_t bytes_a_row(const Picture& picture) {
    return 1 + picture.bytes_a_pixel() * picture.pixels.width;
}

void pack_row(const Picture& picture, std::size_t y, char* out) {
    const Pixels& pixels = picture.pixels;
    *out++ = kNoFilter;
    std::optional<Argb> last;
    std::uint8_t index = 0;
    for (std::size_t x = 0; x < pixels.width; ++x) {
        const Argb pixel = pixels.at(x, y);
        if (picture.palette != nullptr) {
            if (last != pixel) index = picture.palette->index.find(pixel)->second;
            last = pixel;
            *out++ = static_cast<char>(index);
            continue;
        }
        const Rgba colour = pixels.is_opaque ? Rgba{static_cast<std::uint8_t>(pixel >> 16),
                                                    static_cast<std::uint8_t>(pixel >> 8),
                                                    static_cast<std::uint8_t>(pixel), 255}
                                             : unmultiplied(pixel);
        *out++ = static_cast<char>(colour.red);
        *out++ = static_cast<char>(colour.green);
        *out++ = static_cast<char>(colour.blue);
        if (!pixels.is_opaque) *out++ = static_cast<char>(colour.opacity);
    }
}

using Bytes = std::unique_ptr<char[]>;

Bytes packed_rows(const Picture& picture) {
    const std::size_t stride = bytes_a_row(picture);
    Bytes rows = std::make_unique_for_overwrite<char[]>(stride * picture.pixels.height);
    for (std::size_t y = 0; y < picture.pixels.height; ++y)
        pack_row(picture, y, rows.get() + y * stride);
    return rows;
}

std::string compressed(const Picture& picture) {
    const Handle<libdeflate_compressor, libdeflate_free_compressor> compressor(
        libdeflate_alloc_compressor(kCompressionLevel));
    if (!compressor) throw std::bad_alloc();
    const Bytes rows = packed_rows(picture);
    const std::size_t size = bytes_a_row(picture) * picture.pixels.height;
    const std::size_t most = libdeflate_zlib_compress_bound(compressor.get(), size);
    const Bytes out = std::make_unique_for_overwrite<char[]>(most);
    return {out.get(),
            libdeflate_zlib_compress(compressor.get(), rows.get(), size, out.get(), most)};
}

}  // namespace

File encode_png(cairo_surface_t* image, const Metadata& metadata, double ppi,
                const Palette* palette) {
    cairo_surface_flush(image);
    const Pixels pixels(image);
    const Picture picture{pixels, metadata, ppi, palette};
    File file(kPngSignature);
    add_header(file, picture);
    add_chunk(file, "IDAT", compressed(picture));
    add_chunk(file, "IEND", {});
    return file;
}

Histogram histogram_of(cairo_surface_t* image) {
    cairo_surface_flush(image);
    const Pixels pixels(image);
    Histogram histogram;
    std::size_t* count = nullptr;
    std::optional<Argb> last;
    for (std::size_t y = 0; y < pixels.height; ++y) {
        for (std::size_t x = 0; x < pixels.width; ++x) {
            const Argb pixel = pixels.at(x, y);
            if (last != pixel) count = &histogram[pixel];
            last = pixel;
            ++*count;
        }
    }
    return histogram;
}

}  // namespace broadside::emit
