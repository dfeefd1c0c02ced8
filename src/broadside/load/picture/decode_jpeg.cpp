#include "broadside/load/picture/decode.hpp"

#include <csetjmp>
#include <cstdio>
#include <optional>

#include <fmt/format.h>
#include <jpeglib.h>

#include "broadside/base/limits.hpp"

namespace broadside::load {

namespace {

/// libjpeg goes back to where its caller waits. Between the two there must be no object that is to
/// be destroyed: every call of the library that may fail is a function of its own, without any.
struct Jpeg {
    jpeg_decompress_struct decoder;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf waiting;
    char reason[JMSG_LENGTH_MAX];
};

Jpeg& jpeg_of(j_common_ptr decoder) { return *static_cast<Jpeg*>(decoder->client_data); }

[[noreturn]] void go_back(j_common_ptr decoder) {
    Jpeg& jpeg = jpeg_of(decoder);
    jpeg.errors.format_message(decoder, jpeg.reason);
    std::longjmp(jpeg.waiting, 1);
}

/// What libjpeg only warns of is damage too: it makes up the pixels that are missing.
void tell(j_common_ptr decoder, int level) {
    if (level < 0) go_back(decoder);
}

void count_scans(j_common_ptr decoder) {
    Jpeg& jpeg = jpeg_of(decoder);
    if (jpeg.decoder.input_scan_number <= limits::kMaxJpegScans) return;
    std::snprintf(jpeg.reason, sizeof jpeg.reason, "it has more than %d scans",
                  limits::kMaxJpegScans);
    std::longjmp(jpeg.waiting, 1);
}

bool read_header(Jpeg& jpeg, const unsigned char* bytes, unsigned long size) {
    jpeg.decoder.err = jpeg_std_error(&jpeg.errors);
    jpeg.errors.error_exit = go_back;
    jpeg.errors.emit_message = tell;
    jpeg.decoder.client_data = &jpeg;
    if (setjmp(jpeg.waiting) != 0) return false;
    jpeg_create_decompress(&jpeg.decoder);
    jpeg.decoder.client_data = &jpeg;
    jpeg.progress.progress_monitor = count_scans;
    jpeg.decoder.progress = &jpeg.progress;
    jpeg_mem_src(&jpeg.decoder, bytes, size);
    jpeg_save_markers(&jpeg.decoder, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&jpeg.decoder, TRUE);
    return true;
}

/// `pixels` has room for four bytes of each.
bool read_pixels(Jpeg& jpeg, unsigned char* pixels) {
    if (setjmp(jpeg.waiting) != 0) return false;
    jpeg.decoder.out_color_space = JCS_EXT_RGBA;
    jpeg_start_decompress(&jpeg.decoder);
    while (jpeg.decoder.output_scanline < jpeg.decoder.output_height) {
        const std::size_t row = jpeg.decoder.output_scanline;
        unsigned char* start = pixels + row * jpeg.decoder.output_width * 4;
        jpeg_read_scanlines(&jpeg.decoder, &start, 1);
    }
    jpeg_finish_decompress(&jpeg.decoder);
    return true;
}

/// Releases what libjpeg holds.
class JpegFile {
public:
    JpegFile() = default;
    JpegFile(const JpegFile&) = delete;
    JpegFile& operator=(const JpegFile&) = delete;
    ~JpegFile() { jpeg_destroy_decompress(&jpeg_.decoder); }

    Jpeg& operator*() { return jpeg_; }
    Jpeg* operator->() { return &jpeg_; }

private:
    Jpeg jpeg_{};
};

/// A number of two or four bytes; 0 where there are none.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size, bool is_little) {
    if (at > bytes.size() || size > bytes.size() - at) return 0;
    std::size_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number =
            number << 8 | static_cast<unsigned char>(bytes[at + (is_little ? size - 1 - i : i)]);
    return number;
}

/// Exif 2.32, 4.6.4: which way up the pixels are; 1: as they stand, also where nothing is said.
std::size_t orientation_of(std::string_view exif) {
    constexpr std::string_view kExif("Exif\0\0", 6);
    constexpr std::size_t kOrientation = 0x112, kEntry = 12;
    if (!exif.starts_with(kExif)) return 1;
    const std::string_view tiff = exif.substr(kExif.size());
    const bool is_little = tiff.starts_with("II");
    const std::size_t directory = number_at(tiff, 4, 4, is_little);
    const std::size_t count = number_at(tiff, directory, 2, is_little);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * kEntry;
        if (entry + kEntry > tiff.size()) break;
        if (number_at(tiff, entry, 2, is_little) == kOrientation)
            return number_at(tiff, entry + 8, 2, is_little);
    }
    return 1;
}

bool is_turned(const jpeg_decompress_struct& decoder) {
    for (const auto* marker = decoder.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view data(reinterpret_cast<const char*>(marker->data),
                                    marker->data_length);
        const std::size_t orientation = orientation_of(data);
        if (orientation > 1 && orientation <= 8) return true;
    }
    return false;
}

/// What a PDF cannot show as it is, or browsers show otherwise than paper.
std::optional<Problem> check_kind(const jpeg_decompress_struct& decoder, const std::string& file) {
    const int channels = decoder.num_components;
    if (channels == 4)
        return Problem{"unsupported-picture",
                       fmt::format("{} is in CMYK, and pages are in sRGB", file),
                       {"convert it to RGB"}};
    if (channels != 1 && channels != 3)
        return Problem{"unsupported-picture",
                       fmt::format("expected one or three channels in {}, got {}", file, channels),
                       {"save it again as RGB"}};
    if (decoder.arith_code)
        return Problem{"unsupported-picture",
                       fmt::format("{} is compressed by arithmetic coding, which readers of PDF do "
                                   "not know",
                                   file),
                       {"save it again as a usual JPEG"}};
    if (is_turned(decoder))
        return Problem{
            "unsupported-picture",
            fmt::format("{} lies on its side, with a note by the camera to turn it", file),
            {"turn it upright in a picture editor, and save it again"}};
    return std::nullopt;
}

}  // namespace

DecodedImage decode_jpeg(std::string_view bytes, const std::string& file) {
    JpegFile jpeg;
    const auto* start = reinterpret_cast<const unsigned char*>(bytes.data());
    if (!read_header(*jpeg, start, bytes.size())) return damaged_picture(file, jpeg->reason);
    const jpeg_decompress_struct& decoder = jpeg->decoder;
    if (auto problem = check_kind(decoder, file)) return *std::move(problem);
    Image image;
    image.type = ImageType::Jpeg;
    image.width = decoder.image_width;
    image.height = decoder.image_height;
    image.is_grey = decoder.num_components == 1;
    if (auto problem = check_size({image.width, image.height}, file)) return *std::move(problem);
    image.pixels.resize(image.width * image.height * 4);
    if (!read_pixels(*jpeg, image.pixels.data())) return damaged_picture(file, jpeg->reason);
    return image;
}

}  // namespace broadside::load
