#pragma once

#include <hb.h>

#include <memory>

#include "broadside/base/font_face.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

struct FontDeleter {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using FontHandle = std::unique_ptr<hb_font_t, FontDeleter>;

/// A face of the manifest that is open for shaping, scaled to its units per em so that every
/// advance is a whole number of the font's own units.
struct OpenFont {
    FontFaceRef face;
    FontHandle font;
    double units_per_em = 1000;  // em of the style: a face at 9/10 has more units to it
    Glyph hyphen;

    /// Whether the face can show `code` by itself, by a canonical decomposition, or by what
    /// HarfBuzz puts in its place (a space of another width, a hyphen for the no-break hyphen).
    bool covers(char32_t code) const;
};

/// Maps the file into memory; tables are read when a text asks for them. Null when the file is
/// missing or no font.
std::unique_ptr<const OpenFont> open_font(const FontFamily& family, const FontFile& file);

}  // namespace broadside::text
