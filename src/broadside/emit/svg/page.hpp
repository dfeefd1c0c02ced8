#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/svg/colours.hpp"
#include "broadside/emit/svg/text.hpp"
#include "broadside/scene/op.hpp"
#include "broadside/scene/scene.hpp"

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

/// Writes the elements of one page, `kFileName` still in place of the file's name.
class SvgPage {
public:
    /// `faces` are those of the page for outlines, and empty for real text.
    SvgPage(const scene::Page& page, SvgTextStyle style, SvgLinks links, const Faces& faces);

    /// The elements in drawing order, after the definitions that they refer to.
    std::string content() const { return outlines_.definitions() + out_; }

    // One for each op of the scene.
    void operator()(const scene::BeginGroup& group);
    void operator()(const scene::EndGroup& end);
    void operator()(const scene::FillRect& fill);
    void operator()(const scene::StrokeLine& line);
    void operator()(const scene::DrawText& text);
    void operator()(const scene::DrawSymbol& symbol);

private:
    bool is_inside_link() const;
    std::string new_id();  // of a clip path or a gradient
    void image(const scene::DrawSymbol& symbol);

    SvgColours& colours_;
    SvgTextStyle style_;
    SvgLinks links_;
    SvgOutlines outlines_;
    std::size_t next_id_ = 0;
    std::map<const Image*, std::size_t> images_;  // that are defined, by their number
    bool follows_text_ = false;                   // in this group, which has had nothing since
    std::vector<std::string> open_;  // closing tags of the open groups; empty: wrote no element
    std::string out_;
};

/// What a page around an inlined SVG hands down to what is in it, taken back. The attributes, of
/// the group that holds all content, need no style sheet, which some pages forbid; the rules also
/// stand against a page's own rules for elements of SVG. Both under the root's id, `kFileName`.
std::string reset_attributes();

/// `content`, all that the group holds, keeps by rules what it says in attributes.
std::string reset_rules(std::string_view content);

}  // namespace broadside::emit
