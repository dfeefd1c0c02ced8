#include "broadside/emit/data_url.hpp"

#include <glib.h>

#include <string_view>

#include <fmt/format.h>

#include "broadside/base/handle.hpp"

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

std::string data_url(const Image& image) { return data_url(media_type(image.type), image.bytes); }

std::string data_url(std::string_view media_type, std::string_view bytes) {
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    const Handle<gchar, g_free> letters(g_base64_encode(data, bytes.size()));
    return fmt::format("data:{};base64,{}", media_type, letters.get());
}

}  // namespace broadside::emit
