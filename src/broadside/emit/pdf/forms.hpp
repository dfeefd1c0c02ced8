#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/image.hpp"
#include "broadside/emit/pdf/writer.hpp"

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

/// A form XObject (PDF 1.7, 8.10), ready to stand between `obj` and `endobj`, but for the numbers
/// of its masks.
struct PdfForm {
    std::vector<std::string> text;   // what stands between those
    std::vector<std::string> masks;  // stream objects

    void write(PdfWriter& writer, int number) const;
};

/// The drawing as a form. It fills the unit square from (0, 0), y down, with its longer side, and
/// is cut off at its view box. Its width and height are finite and above 0.
PdfForm pdf_form(const Drawing& drawing, Colour current);

/// The same of a picture, whose pixels are the object of that number.
std::string pdf_picture_form(const Drawing& picture, int image);

/// The forms and images written so far, kept from one output to the next. Belongs to one thread.
class PdfForms {
public:
    /// It stays as long as somebody else has the drawing.
    const PdfForm& form(const DrawingRef& drawing, Colour current);
    const PdfImage& image(const ImageRef& image);

private:
    /// Keeps the drawing alive, so that no other comes to lie at its address.
    using Key = std::pair<DrawingRef, std::string>;  // and the colour

    std::map<Key, PdfForm> forms_;
    std::size_t most_forms_ = 64;  // before those of drawings that nobody else has are let go
    std::map<ImageRef, PdfImage> images_;
};

/// [a b c d e f] of a transform between units of which the larger ones have so many decimals.
std::string pdf_matrix(const Transform& transform, int decimals);

/// The shading dictionary of its colours (PDF 1.7, 8.7.4.5), in units of the gradient.
std::string pdf_shading(const Gradient& gradient);

/// The same of its opacities, as grey.
std::string pdf_opacity_shading(const Gradient& gradient);

}  // namespace broadside::emit
