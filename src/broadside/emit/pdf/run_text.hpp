#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// A run as a PDF shows it, glyphs and clusters from left to right.
struct PdfText {
    std::string utf8;
    std::vector<RunGlyph> glyphs;
    std::vector<RunCluster> clusters;
};

/// The run, made so that readers find its words again. They expect the characters of a
/// right-to-left word from left to right as well, and turn the word around themselves; written the
/// other way every letter is a word to them. Where several characters share their glyphs, blank
/// glyphs are added that draw nothing:
/// - From right to left, each character has blanks at a place of its own, and the glyphs that are
///   seen belong to the last one. Readers put the characters of one glyph from left to right before
///   they turn the word: of lam-alef they would make alef-lam.
/// - An edge that the first or last glyph leaves open is closed, because readers take the cluster
///   to end there and see a space behind a Thai letter with two marks.
PdfText pdf_text(const LineRun& run, const Face& face);

/// The last character of a line that layout has put there is none of the text's.
void mark_hyphen(PdfText& text, Direction direction);

/// Where a line ends by itself, the next one begins another word.
void add_space(PdfText& text, const LineRun& run, const Face& face);

/// Words that nobody sees: for each character a glyph without ink, a step from the next.
PdfText blank_text(std::string_view words, Direction direction, Pt step, const Face& face);

}  // namespace broadside::emit
