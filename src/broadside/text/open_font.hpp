#pragma once

#include <memory>
#include <string>

#include "broadside/base/font_face.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/text/handles.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// A face of the manifest that is open for shaping, scaled to its units per em so that every
/// advance is a whole number of the font's own units.
struct OpenFont {
    FontFaceRef face;  // holds the bytes that `font` reads
    FontHandle font;
    double units_per_em = 1000;  // em of the style: a face at 9/10 has more units to it
    Glyph hyphen;
    std::string origin;  // of the file's name in the manifest

    /// Whether the face can show `code` by itself, by a canonical decomposition, or by what
    /// HarfBuzz puts in its place (a space of another width, a hyphen for the no-break hyphen).
    bool covers(char32_t code) const;

    bool has_glyph(char32_t code) const;
};

/// A face, or why it cannot be used.
struct FontOpening {
    std::unique_ptr<const OpenFont> font;
    std::string why;
};

/// A face of a font file's bytes, whose tables have been checked against each other.
FontOpening open_font(const FontFamily& family, const FontFile& file,
                      std::shared_ptr<const std::string> bytes);

}  // namespace broadside::text
