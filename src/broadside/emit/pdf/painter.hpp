#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/pdf/content.hpp"
#include "broadside/emit/pdf/font.hpp"
#include "broadside/emit/pdf/navigation.hpp"
#include "broadside/emit/pdf/structure.hpp"
#include "broadside/emit/pdf/structure_walk.hpp"
#include "broadside/emit/reading_order.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// A drawing in the colour that its `CurrentColour` stands for.
struct PdfSymbol {
    DrawingRef drawing;
    Colour colour;
};

/// What pages share: they say how it is used, and it is written behind them.
struct PdfShared {
    PdfStructure structure;
    PdfLinks links;
    std::vector<PdfOutlineEntry> outline;
    std::vector<PdfSymbol> symbols;                            // each once
    std::map<FaceKey, std::pair<std::size_t, PdfFont>> fonts;  // with their places by first use
};

/// What one page draws, and which of what is shared it draws with.
struct PdfPage {
    std::string content;
    std::set<std::size_t> fonts, symbols;  // called /f0 and /s0 there
    std::size_t links_end = 0;             // the page's links end there among all
};

/// Replays the pages of a scene, one after the other, as content and structure of a PDF.
class PdfPainter {
public:
    /// All must outlive it.
    PdfPainter(const scene::Scene& scene, const Faces& faces, PdfShared& shared);

    PdfPage paint(std::size_t page);

    // One for each op of the scene.
    void operator()(const scene::BeginGroup& group);
    void operator()(const scene::EndGroup& end);
    void operator()(const scene::FillRect& fill);
    void operator()(const scene::StrokeLine& line);
    void operator()(const scene::DrawText& text);
    void operator()(const scene::DrawSymbol& symbol);

private:
    /// Where runs in a row lead, on one line or several, and which mark of its note they are.
    struct Way {
        LinkTarget target;
        std::size_t call = 0;

        bool operator==(const Way&) const = default;
    };

    /// What of them is said in one way.
    struct Speech {
        std::string language;
        bool is_turned = false;  // from right to left

        bool operator==(const Speech&) const = default;
    };

    void stroke_rules();
    void begin_way(const Way& way, PdfElement element);
    void begin_speech(const Speech& speech);
    void end_way();
    PdfElement read(const LineRun& run, PdfElement element, const Rect& area,
                    bool is_first_of_line);
    void mark(PdfElement element);
    PdfContent::Artifact artifact_of(const scene::DrawText& text) const;
    void draw(const scene::Line& line, std::optional<PdfElement> element,
              const scene::DrawText& text);
    /// `ended` is the line that the run is the last of, as one reads; null: it is not.
    void draw(const LineRun& run, const std::optional<Turn>& turn, const scene::Line* ended);
    void add_places(const scene::Line& line, const std::optional<Turn>& turn);
    void add_to_outline(const scene::DrawText& text);
    Way way_of(const LineRun& run) const;
    std::string link_name(const LinkTarget& target) const;
    void add_to_link(const Rect& area);
    void say(const Rect& box, const std::string& words);
    std::size_t place_of(const scene::DrawSymbol& symbol);

    /// What a font is drawn with.
    struct Pen {
        const Face* face = nullptr;
        PdfFont* font = nullptr;
        std::size_t place = 0;     // of the font, by first use
        std::string name;          // on pages
        bool says_blanks = false;  // any text with a glyph without ink
    };

    Pen& pen_of(const FontFaceRef& font);

    using SymbolKey = std::pair<const Drawing*, std::string>;  // and its colour

    const scene::Scene& scene_;
    const Faces& faces_;
    PdfShared& shared_;
    StructureWalk walk_;
    std::map<NoteId, std::string> note_texts_;
    std::map<SymbolKey, std::size_t> symbol_places_;
    std::size_t page_ = 0;
    std::span<const scene::Op> rest_;  // of the page's ops, from the one that is visited
    std::optional<PdfContent> content_;
    PdfPage painted_;
    std::vector<scene::StrokeLine> rules_;  // of one width and colour, still to be stroked
    std::optional<Way> way_;                // of the runs that are read
    std::optional<Speech> speech_;
    PdfElement way_element_ = 0, speech_element_ = 0;
    std::map<const FontFace*, Pen> pens_;
    Pen* blank_ = nullptr;               // the latest one that says blanks
    std::optional<PdfElement> marked_;   // whose content is drawn
    bool is_bidirectional_ = false;      // the text that is drawn is, or from right to left
    std::optional<PdfElement> worded_;   // its element, when that says it in words
    std::optional<PdfElement> linking_;  // the element of its link
    PdfLink link_;
    std::optional<PdfLink> waiting_;      // for words: a picture that says nothing
    std::optional<PdfElement> outlined_;  // what the latest entry of the outline is of
};

}  // namespace broadside::emit
