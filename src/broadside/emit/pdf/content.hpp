#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/turn.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/pdf/font.hpp"
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

/// What a page draws, as its content stream says it (PDF 1.7, 8 and 9), in the scene's own
/// coordinates. All of it stands in marked content (14.6), one piece after the other: readers are
/// known that lose their way in nested ones.
class PdfContent {
public:
    explicit PdfContent(const Size& page);

    /// What of artifacts readers can tell apart (14.8.2.2.2, ISO 14289-1, 7.8).
    enum class Artifact { Decoration, Page, Repeated, Header, Footer };

    /// What follows says nothing that is not said elsewhere.
    void mark_artifact(Artifact kind = Artifact::Decoration);

    /// What follows belongs to a structure element of that type. `next` gives a number to each
    /// piece of marked content.
    void mark(std::string_view type, std::function<std::size_t()> next);

    /// What follows is said by nothing: an empty piece.
    void mark_empty(std::string_view type, std::size_t number);

    void fill(const Rect& rect, Colour colour);

    /// Lines of one width and colour.
    void stroke(std::span<const scene::StrokeLine> lines);

    /// A text object (9.4.1); only runs are drawn in it.
    void begin_text();
    void end_text();

    /// `font` is called that in the page's resources.
    void run(const LineRun& run, const PdfText& text, const std::optional<Turn>& turn,
             PdfFont& font, std::string_view name);

    /// A form that fills the unit square.
    void form(std::string_view name, Point origin, Pt side);

    /// The whole stream; nothing can be drawn after that.
    std::string finish();

private:
    friend class ShownGlyphs;

    void open_mark();
    void close_mark();
    void open_words(std::string_view utf8);
    void close_words();
    void set_fill(Colour colour);
    void number(double number, int decimals);
    void point(Point point);

    std::string out_;
    std::string type_;                   // of the marked content
    std::function<std::size_t()> next_;  // null: it is an artifact
    Artifact artifact_ = Artifact::Decoration;
    bool is_marked_ = false;  // a piece of it is open
    std::optional<Colour> fill_, stroke_;
    std::optional<Pt> width_;
};

}  // namespace broadside::emit
