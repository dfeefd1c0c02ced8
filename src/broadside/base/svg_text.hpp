#pragma once

namespace broadside {

/// How an SVG holds its text.
enum class SvgText {
    Embed,    // as text, with the fonts that it needs
    System,   // as text in the reader's own fonts, every run held to its width
    Outline,  // as outlines of glyphs under invisible text, for readers without fonts
};

}  // namespace broadside
