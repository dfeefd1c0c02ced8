#include "broadside/emit/data_url.hpp"

#include <cstdint>
#include <string_view>

namespace broadside::emit {

namespace {

/// RFC 4648, 4: three bytes are four letters.
void append_base64(std::string& out, std::string_view bytes) {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::string_view group = bytes.substr(i, 3);
        std::uint32_t bits = 0;
        for (std::size_t byte = 0; byte < 3; ++byte)
            bits = bits << 8 | (byte < group.size() ? static_cast<unsigned char>(group[byte]) : 0U);
        for (std::size_t letter = 0; letter < 4; ++letter)
            out += letter <= group.size() ? kLetters[bits >> (18 - 6 * letter) & 63] : '=';
    }
}

std::string_view media_type(ImageType type) {
    switch (type) {
        case ImageType::Png: return "image/png";
        case ImageType::Jpeg: return "image/jpeg";
    }
    return {};
}

}  // namespace

std::string data_url(const Image& image) {
    std::string url = "data:";
    url += media_type(image.type);
    url += ";base64,";
    url.reserve(url.size() + (image.bytes.size() + 2) / 3 * 4);
    append_base64(url, image.bytes);
    return url;
}

}  // namespace broadside::emit
