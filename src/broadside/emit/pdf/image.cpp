#include "broadside/emit/pdf/forms.hpp"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "broadside/emit/deflate.hpp"

namespace broadside::emit {

namespace {

std::string dictionary(const Image& image, std::string_view space, std::string_view filter) {
    return fmt::format(
        "<< /Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /{}"
        " /BitsPerComponent 8 /Filter /{} >>",
        image.width, image.height, space, filter);
}

/// The channels of all pixels.
struct Channels {
    std::string colour, grey, opacity;
    bool is_grey = true, is_opaque = true;
};

Channels channels_of(const Image& image) {
    Channels channels;
    const std::size_t count = image.pixels.size() / 4;
    channels.colour.reserve(count * 3);
    channels.grey.reserve(count);
    channels.opacity.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* pixel = &image.pixels[i * 4];
        channels.is_grey &= pixel[0] == pixel[1] && pixel[1] == pixel[2];
        channels.is_opaque &= pixel[3] == 255;
        channels.colour.append(reinterpret_cast<const char*>(pixel), 3);
        channels.grey += static_cast<char>(pixel[0]);
        channels.opacity += static_cast<char>(pixel[3]);
    }
    return channels;
}

}  // namespace

PdfImage pdf_image(const ImageRef& image) {
    PdfImage written;
    written.image = image;
    if (image->type == ImageType::Jpeg) {
        written.dictionary =
            dictionary(*image, image->is_grey ? "DeviceGray" : "DeviceRGB", "DCTDecode");
        return written;
    }
    const Channels channels = channels_of(*image);
    written.dictionary =
        dictionary(*image, channels.is_grey ? "DeviceGray" : "DeviceRGB", "FlateDecode");
    written.pixels = deflated(channels.is_grey ? channels.grey : channels.colour);
    if (!channels.is_opaque) {
        written.mask_dictionary = dictionary(*image, "DeviceGray", "FlateDecode");
        written.mask = deflated(channels.opacity);
    }
    return written;
}

}  // namespace broadside::emit
