#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/picture/decode.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kJpegStart = "\xFF\xD8\xFF";

bool is_svg(std::string_view bytes) {
    bytes = unicode::without_byte_order_mark(bytes);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != bytes.npos && bytes[first] == '<';
}

/// A kind of file that is taken for a picture, by how it begins, or by four bytes further on.
struct KnownKind {
    std::string_view start;
    std::size_t offset;
    std::string_view name;
};

constexpr KnownKind kOtherKinds[] = {{"GIF8", 0, "GIF"},
                                     {"WEBP", 8, "WebP"},
                                     {"BM", 0, "BMP"},
                                     {"II*\0"sv, 0, "TIFF"},
                                     {"MM\0*"sv, 0, "TIFF"},
                                     {"ftypavif", 4, "AVIF"},
                                     {"ftypheic", 4, "HEIC"},
                                     {"%PDF", 0, "PDF"},
                                     {"\x1F\x8B", 0, "compressed SVG"},
                                     {"\0\0\1\0"sv, 0, "icon file of Windows"}};

std::string kind_of(std::string_view bytes) {
    if (bytes.empty()) return "an empty file";
    for (const auto& [start, offset, name] : kOtherKinds) {
        if (bytes.size() > offset && bytes.substr(offset).starts_with(start))
            return fmt::format("a {}", name);
    }
    return "something else";
}

}  // namespace

Problem damaged_picture(const std::string& file, std::string_view reason) {
    return {"damaged-picture",
            fmt::format("{} is damaged: {}", file, reason),
            {"get it again from where it is from, or save it anew in a picture editor"}};
}

std::optional<Problem> check_size(const PixelSize& size, const std::string& file) {
    const auto [width, height] = size;
    if (width == 0 || height == 0) return damaged_picture(file, "it has no pixels");
    if (width > limits::kMaxPicturePixels / height)
        return Problem{"picture-too-large",
                       fmt::format("expected at most {} pixels in {}, got {} x {}",
                                   limits::kMaxPicturePixels, file, width, height),
                       {"a picture of 30 mm is sharp in print with 400 pixels"}};
    const auto [shorter, longer] = std::minmax(width, height);
    if (static_cast<double>(longer) > kMostAspectRatio * static_cast<double>(shorter))
        return Problem{"picture-too-large",
                       fmt::format("expected no side of {} over {} times the other, got {} x {}",
                                   file, kMostAspectRatio, width, height)};
    return std::nullopt;
}

Result<DrawingRef> load_picture(const SourceFile& source, std::string name) {
    const std::string_view bytes = source.bytes;
    if (bytes.size() > limits::kMaxPictureBytes)
        return error(
            "picture-too-large",
            fmt::format("expected at most {} MiB in {}, got {:.1f}", limits::kMaxPictureBytes >> 20,
                        source.name, static_cast<double>(bytes.size()) / (1 << 20)),
            {"save it smaller: a picture of 30 mm is sharp in print with 400 pixels"});
    if (is_svg(bytes)) return load_symbol(source, std::move(name));
    const bool is_png = bytes.starts_with(kPngSignature);
    if (!is_png && !bytes.starts_with(kJpegStart))
        return error("unsupported-picture",
                     fmt::format("expected a PNG, a JPEG or an SVG in {}, got {}", source.name,
                                 kind_of(bytes)),
                     {"save it as a PNG; what it is, is told by its content, not by its name"});
    DecodedImage decoded =
        is_png ? decode_png(bytes, source.name) : decode_jpeg(bytes, source.name);
    if (auto* problem = std::get_if<Problem>(&decoded)) return to_error(std::move(*problem));
    auto image = std::get<Image>(std::move(decoded));
    image.bytes = source.bytes;
    image.content = digest_of(image.bytes);
    Drawing drawing;
    drawing.name = std::move(name);
    drawing.width = static_cast<double>(image.width);
    drawing.height = static_cast<double>(image.height);
    drawing.image = std::make_shared<const Image>(std::move(image));
    return std::make_shared<const Drawing>(std::move(drawing));
}

}  // namespace broadside::load
