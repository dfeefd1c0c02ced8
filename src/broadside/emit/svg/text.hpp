#pragma once

#include <map>
#include <string>

#include "broadside/emit/svg/colours.hpp"
#include "broadside/emit/svg/links.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// `Selectable` text lies unseen over its outlines, to be searched, selected and copied.
enum class TextInk { Visible, Selectable };

/// What the texts of one page have in common.
struct SvgTextStyle {
    SvgColours& colours;
    std::string family;  // said once, at the root
    TextInk ink = TextInk::Visible;
    std::string language = {};                      // BCP 47, said there too
    std::map<std::string, std::string> fonts = {};  // that the page brings, by their family

    /// As an attribute has it: the font that the page brings, then the reader's.
    std::string font_family(const std::string& of) const;
};

/// A paragraph as one `<text>` element, so that words over two lines are found and read whole, with
/// a place for each line, and for each run where a line is read from the left. Hyphens that layout
/// put in follow as elements that nobody reads. Every stretch is held to the width that layout gave
/// it, whatever font the reader has. `links` is null inside a link, where there can be no other
/// one.
std::string svg_text(const scene::DrawText& text, const SvgTextStyle& style, SvgLinks* links);

}  // namespace broadside::emit
