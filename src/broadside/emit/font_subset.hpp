#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "broadside/base/font_face.hpp"
#include "broadside/emit/font_handles.hpp"

namespace broadside::emit {

/// A font file of some glyphs of another, and their numbers in it.
struct FontSubset {
    std::string file;
    std::unordered_map<std::uint32_t, std::uint32_t>
        glyphs;  // from the old numbers to the new ones
};

/// The tables of a face that drawing needs, whose bytes must be there. Cairo and readers of PDF
/// trust a font's other tables too far: its names are made anew, and the rest is left out.
FontHandles open_for_subsetting(const FontFace& font);

/// The outlines of `glyphs`, without hints and subroutines, for drawing shaped text: the tables of
/// shaping are left out. Nothing when the font is too damaged for that.
std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs);

}  // namespace broadside::emit
