#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/svg/colours.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// Glyphs as shapes, for readers without the fonts. Each glyph's outline is written once, in font
/// units, and used by reference: a page of text has a hundred glyphs and thousands of uses.
class SvgOutlines {
public:
    SvgOutlines(const Faces& faces, SvgColours& colours) : faces_(faces), colours_(colours) {}

    /// The line's glyphs, hidden from assistive technology, which reads the text beside them.
    std::string line(const scene::Line& line);

    /// The outlines that the lines so far refer to: a `<defs>` element, or nothing when there are
    /// none.
    std::string definitions() const;

private:
    /// Font file and glyph.
    using GlyphKey = std::pair<FaceKey, std::uint32_t>;

    std::string run(const LineRun& run);
    const std::string& reference(const FontFace& font, std::uint32_t glyph);

    const Faces& faces_;
    SvgColours& colours_;
    std::map<GlyphKey, std::string> references_;  // empty: a glyph without ink
    std::string definitions_;
    std::size_t next_ = 0;
};

}  // namespace broadside::emit
