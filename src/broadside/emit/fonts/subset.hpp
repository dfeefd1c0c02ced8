#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "broadside/base/font_face.hpp"
#include "broadside/emit/handles.hpp"

namespace broadside::emit {

/// One face of a font file, open for taking glyphs from it.
struct FontHandles {
    std::shared_ptr<const std::string> bytes;  // what HarfBuzz reads
    HarfBuzzFace harfbuzz;                     // the tables that drawing needs
    HarfBuzzFace shaping;                      // and those that shaping needs
    std::uint32_t space = 0;                   // glyph of the space; 0: none
};

/// A font file of some glyphs of another, and their numbers in it.
struct FontSubset {
    std::string file;
    std::unordered_map<std::uint32_t, std::uint32_t>
        glyphs;  // from the old numbers to the new ones
};

/// The tables of a face that drawing and shaping need, whose bytes must be there. Cairo and readers
/// of PDF trust a font's other tables too far: its names are made anew, and the rest is left out.
FontHandles open_for_subsetting(const FontFace& font);

/// The outlines of `glyphs`, without hints and subroutines, for drawing shaped text: the tables of
/// shaping are left out. Nothing when the font is too damaged for that.
std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs);

/// What a text shows of a face, and which of the font's rules it took to shape it.
struct ShapedText {
    std::set<std::uint32_t> glyphs;
    std::set<char32_t> characters;
    std::set<std::uint32_t> substituted;  // where characters do not have their glyphs by themselves
    bool is_positioned = false;           // glyphs stand elsewhere than their widths put them
    bool is_stacked = false;              // some are those of vertical text
};

/// A font file that a browser shapes the text with as layout did: with the rules that took part,
/// and whatever glyphs these may pass through. Nothing when the font is too damaged for that.
std::optional<FontSubset> subset_for_shaping(hb_face_t* face, const ShapedText& text);

}  // namespace broadside::emit
