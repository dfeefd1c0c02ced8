#include "broadside/emit/png/encoder.hpp"

#include <array>
#include <cmath>
#include <csetjmp>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <libdeflate.h>
#include <png.h>

#include "broadside/base/handle.hpp"

namespace broadside::emit {

namespace {

// Measured on A4 pages, where each of PNG's filters loses to none, whether it is chosen for a row
// by its sums or by trying all.
constexpr char kNoFilter = 0;

// As fast as zlib's level 3, and 6 % smaller; 8 and 9 take twice and three times as long for the
// same size, and from 10 on releases 1.14 and 1.23 do not agree.
constexpr int kCompressionLevel = 7;

void append_bytes(png_structp png, png_bytep bytes, png_size_t size) {
    try {
        static_cast<File*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
        return;
    } catch (const std::exception&) {
        // No exception may pass through the PNG library, which has a way of its own.
    }
    png_error(png, "out of memory");
}

/// The PNG library's own way to fail would write to standard error first.
[[noreturn]] void jump_back(png_structp png, png_const_charp) { png_longjmp(png, 1); }

void ignore_flush(png_structp) {}

void ignore_warning(png_structp, png_const_charp) {}

class PngWriter {
public:
    PngWriter() {
        png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, jump_back, ignore_warning);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
    ~PngWriter() { png_destroy_write_struct(&png_, &info_); }

    png_structp png() const { return png_; }
    png_infop info() const { return info_; }
    bool ok() const { return info_ != nullptr; }

private:
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
};

/// The PNG library copies what it is given and changes none of it, whatever its types say.
void add_text(const PngWriter& writer, const char* keyword, const std::string& text,
              const std::string& language) {
    if (text.empty()) return;
    char no_translation[] = "";
    png_text chunk{};
    chunk.compression = PNG_ITXT_COMPRESSION_NONE;
    chunk.key = const_cast<char*>(keyword);
    chunk.text = const_cast<char*>(text.c_str());
    chunk.itxt_length = text.size();
    chunk.lang = const_cast<char*>(language.c_str());
    chunk.lang_key = no_translation;
    png_set_text(writer.png(), writer.info(), &chunk, 1);
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
    png_byte red = 0, green = 0, blue = 0, opacity = 0;
};

Rgba unmultiplied(Argb colour) {
    const Argb opacity = colour >> 24;
    if (opacity == 0) return {};
    const auto channel = [&](int shift) {
        return static_cast<png_byte>(((colour >> shift & 0xff) * 255 + opacity / 2) / opacity);
    };
    return {channel(16), channel(8), channel(0), static_cast<png_byte>(opacity)};
}

struct Picture {
    const Pixels& pixels;
    const Metadata& metadata;
    double ppi;
    const Palette* palette;

    int colour_type() const {
        if (palette != nullptr) return PNG_COLOR_TYPE_PALETTE;
        return pixels.is_opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA;
    }
    std::size_t bytes_a_pixel() const {
        if (palette != nullptr) return 1;
        return pixels.is_opaque ? 3 : 4;
    }
};

void write_palette(const PngWriter& writer, const Palette& palette) {
    std::array<png_color, 256> colours;
    std::array<png_byte, 256> opacities;
    const std::size_t count = palette.colours.size();
    int translucent = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Rgba colour = unmultiplied(palette.colours[i]);
        colours[i] = {colour.red, colour.green, colour.blue};
        opacities[i] = colour.opacity;
        if (colour.opacity < 255) translucent = static_cast<int>(i) + 1;
    }
    png_set_PLTE(writer.png(), writer.info(), colours.data(), static_cast<int>(count));
    if (translucent > 0)
        png_set_tRNS(writer.png(), writer.info(), opacities.data(), translucent, nullptr);
}

void write_header(const PngWriter& writer, const Picture& picture) {
    constexpr double kMetresPerInch = 0.0254;
    const auto density = static_cast<png_uint_32>(std::lround(picture.ppi / kMetresPerInch));
    png_set_IHDR(writer.png(), writer.info(), static_cast<png_uint_32>(picture.pixels.width),
                 static_cast<png_uint_32>(picture.pixels.height), 8, picture.colour_type(),
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer.png(), writer.info(), PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(writer.png(), writer.info(), density, density, PNG_RESOLUTION_METER);
    if (picture.palette != nullptr) write_palette(writer, *picture.palette);
    const Metadata& metadata = picture.metadata;
    add_text(writer, "Title", metadata.title, metadata.language);
    add_text(writer, "Author", metadata.author, metadata.language);
    add_text(writer, "Description", metadata.description, metadata.language);
    add_text(writer, "Copyright", metadata.licence, metadata.language);
    png_write_info(writer.png(), writer.info());
}

/// One byte for the filter, and a row's pixels.
std::size_t bytes_a_row(const Picture& picture) {
    return 1 + picture.bytes_a_pixel() * picture.pixels.width;
}

void pack_row(const Picture& picture, std::size_t y, char* out) {
    const Pixels& pixels = picture.pixels;
    *out++ = kNoFilter;
    std::optional<Argb> last;
    png_byte index = 0;
    for (std::size_t x = 0; x < pixels.width; ++x) {
        const Argb pixel = pixels.at(x, y);
        if (picture.palette != nullptr) {
            if (last != pixel) index = picture.palette->index.find(pixel)->second;
            last = pixel;
            *out++ = static_cast<char>(index);
            continue;
        }
        const Rgba colour = pixels.is_opaque ? Rgba{static_cast<png_byte>(pixel >> 16),
                                                    static_cast<png_byte>(pixel >> 8),
                                                    static_cast<png_byte>(pixel), 255}
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

void write_chunk(const PngWriter& writer, const char* type, std::string_view bytes) {
    png_write_chunk(writer.png(), reinterpret_cast<png_const_bytep>(type),
                    reinterpret_cast<png_const_bytep>(bytes.data()), bytes.size());
}

enum class Outcome { Written, Failed };

/// The frame that the PNG library's longjmp comes back to. Whatever has a destructor belongs to the
/// caller.
Outcome write_file(const PngWriter& writer, const Picture& picture, std::string_view pixels) {
    if (setjmp(png_jmpbuf(writer.png())) != 0) return Outcome::Failed;
    write_header(writer, picture);
    write_chunk(writer, "IDAT", pixels);
    write_chunk(writer, "IEND", {});
    return Outcome::Written;
}

}  // namespace

std::optional<File> encode_png(cairo_surface_t* image, const Metadata& metadata, double ppi,
                               const Palette* palette) {
    const PngWriter writer;
    if (!writer.ok()) return std::nullopt;
    cairo_surface_flush(image);
    const Pixels pixels(image);
    const Picture picture{pixels, metadata, ppi, palette};
    File file;
    const std::string packed = compressed(picture);
    png_set_write_fn(writer.png(), &file, append_bytes, ignore_flush);
    if (write_file(writer, picture, packed) == Outcome::Failed) return std::nullopt;
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
