#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "broadside/base/colour.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/emit/pdf/image.hpp"

namespace broadside::emit {

/// The drawing as a form XObject (PDF 1.7, 8.10), ready to stand between `obj` and `endobj`. It
/// fills the unit square from (0, 0), y down, with its longer side, and is cut off at its view box.
/// Its width and height are finite and above 0.
std::string pdf_form(const Drawing& drawing, Colour current);

/// The same of a picture, whose pixels are the object of that number.
std::string pdf_picture_form(const Drawing& picture, int image);

/// The forms and images written so far, kept from one output to the next. Belongs to one thread.
class PdfForms {
public:
    /// It stays as long as somebody else has the drawing.
    const std::string& form(const DrawingRef& drawing, Colour current);
    const PdfImage& image(const ImageRef& image);

private:
    /// Keeps the drawing alive, so that no other comes to lie at its address.
    using Key = std::pair<DrawingRef, std::string>;  // and the colour

    std::map<Key, std::string> forms_;
    std::size_t most_forms_ = 64;  // before those of drawings that nobody else has are let go
    std::map<ImageRef, PdfImage> images_;
};

}  // namespace broadside::emit
