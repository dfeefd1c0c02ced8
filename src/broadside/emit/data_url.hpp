#pragma once

#include <string>
#include <string_view>

#include "broadside/base/image.hpp"

namespace broadside::emit {

/// The image's file as it is, in an address of its own (RFC 2397), for SVG and HTML.
std::string data_url(const Image& image);

/// Bytes of that type in an address of their own.
std::string data_url(std::string_view media_type, std::string_view bytes);

}  // namespace broadside::emit
