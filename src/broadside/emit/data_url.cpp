#include "broadside/emit/data_url.hpp"

#include <glib.h>

#include <memory>
#include <string_view>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

std::string_view media_type(ImageType type) {
    switch (type) {
        case ImageType::Png: return "image/png";
        case ImageType::Jpeg: return "image/jpeg";
    }
    return {};
}

}  // namespace

std::string data_url(const Image& image) {
    const auto* bytes = reinterpret_cast<const guchar*>(image.bytes.data());
    const std::unique_ptr<gchar, decltype(&g_free)> letters(
        g_base64_encode(bytes, image.bytes.size()), g_free);
    return fmt::format("data:{};base64,{}", media_type(image.type), letters.get());
}

}  // namespace broadside::emit
