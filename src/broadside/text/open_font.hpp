#pragma once

#include <memory>
#include <string>

#include <hb.h>

#include "broadside/base/font_face.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/text/handles.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

/// Reads the vertical metrics of a font that is scaled to its units per em.
///
/// Ascent and descent are those of `hhea`, or the typographic ones of `OS/2` when the font asks for
/// that (USE_TYPO_METRICS); the line gap is left to the style's line height. Cap height and
/// x-height are those of `OS/2`, or the heights of H and x when the table has none.
FontMetrics read_metrics(hb_font_t* font);

/// A face of the manifest that is open for shaping, scaled to its units per em so that every
/// advance is a whole number of the font's own units.
struct OpenFont {
    FontFaceRef face;  // holds the bytes that `font` reads
    HarfBuzzFont font;
    double units_per_em = 1000;  // em of the style: a face at 9/10 has more units to it
    Glyph hyphen;
    SourcePlace origin;  // of the file's name in the manifest

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
