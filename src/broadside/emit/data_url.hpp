#pragma once

#include <string>

#include "broadside/base/image.hpp"

namespace broadside::emit {

/// The image's file as it is, in an address of its own (RFC 2397), for SVG and HTML.
std::string data_url(const Image& image);

}  // namespace broadside::emit
