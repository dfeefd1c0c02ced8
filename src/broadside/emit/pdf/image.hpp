#pragma once

#include <string>
#include <string_view>

#include "broadside/base/image.hpp"

namespace broadside::emit {

/// An image XObject (PDF 1.7, 8.9.5): the bytes of a JPEG as they are, the pixels of others.
struct PdfImage {
    ImageRef image;
    std::string dictionary;             // "<< … >>", without a length and without its mask
    std::string pixels;                 // compressed; empty: the image's own bytes
    std::string mask_dictionary, mask;  // of its opacity; empty: there is none

    std::string_view bytes() const { return pixels.empty() ? image->bytes : pixels; }
};

PdfImage pdf_image(const ImageRef& image);

}  // namespace broadside::emit
