#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/emit/cairo_canvas.hpp"
#include "broadside/emit/faces.hpp"
#include "broadside/emit/handles.hpp"
#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/pdf_text.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// The address of a `Url`.
struct UrlTarget {
    std::string url;
    bool operator==(const UrlTarget&) const = default;
};

/// The note, somewhere in the document.
struct NoteTarget {
    NoteId note;
    bool operator==(const NoteTarget&) const = default;
};

/// The first mark of the note.
struct MarkTarget {
    NoteId note;
    bool operator==(const MarkTarget&) const = default;
};

/// `monostate`: no link.
using LinkTarget = std::variant<std::monostate, UrlTarget, NoteTarget, MarkTarget>;

/// Where on a page one clicks, and where that leads. Pages count from 0.
struct PdfLink {
    std::size_t page = 0;
    Rect area;
    LinkTarget target;
    std::string name;  // of a picture: what text under it would say
};

struct PdfPlace {
    std::size_t page = 0;
    Point top_left;
};

/// What Cairo's pages need beside what is painted on them: its own tags leave references to objects
/// it never writes behind, and pass addresses on without a look.
struct PdfLinks {
    std::vector<PdfLink> links;
    std::map<NoteId, PdfPlace> notes, marks;  // of the notes that are called, and first marks
};

/// A drawing in the colour that its `CurrentColour` stands for.
struct PdfSymbol {
    DrawingRef drawing;
    Colour colour;
};

/// Where a symbol stands on its page, and how long its longer side is there.
struct PdfSymbolUse {
    std::size_t symbol = 0;  // its place among the symbols
    Point origin;
    Pt side;
};

struct PdfSymbols {
    std::vector<PdfSymbol> symbols;               // each once
    std::vector<std::vector<PdfSymbolUse>> uses;  // by page, in the order of the page's marks
};

/// Replays a scene on a PDF surface. What goes wrong stays in the status of the context.
/// Where a symbol stands, only a mark is drawn: Cairo would follow the symbol's lines three times
/// at each use, and write each size of it anew.
class PdfPainter {
public:
    PdfPainter(cairo_surface_t* surface, const CairoFaces& faces);

    void paint(const scene::Scene& scene);

    cairo_status_t status() const { return cairo_status(cairo_.get()); }

    /// Complete after `paint`.
    const PdfLinks& links() const { return links_; }

    /// What the marks stand for. Complete after `paint`.
    const PdfSymbols& symbols() const { return symbols_; }

    // One for each op of the scene.
    void operator()(const scene::BeginGroup& group);
    void operator()(const scene::EndGroup& end);
    void operator()(const scene::FillRect& fill);
    void operator()(const scene::StrokeLine& line);
    void operator()(const scene::DrawText& text);
    void operator()(const scene::DrawSymbol& symbol);

private:
    void paint_page(const scene::Page& page);
    void stroke_rules();
    void add_links(const scene::Line& line, const std::optional<Turn>& turn);
    LinkTarget link_target(const scene::Run& run) const;
    LinkTarget group_target() const;
    void add_places(const scene::Line& line, const std::optional<Turn>& turn);
    void show(const PdfText& text);
    std::size_t place_of(const scene::DrawSymbol& symbol);

    struct Group {
        LinkTarget target;  // of what is in it
        std::string name;   // of the figure that it is
        NoteId note;        // that it is part of, when marks call that
    };

    using SymbolKey = std::pair<const Drawing*, std::string>;  // and its colour

    cairo_surface_t* surface_;
    CairoContext cairo_;
    const CairoFaces& faces_;
    std::vector<scene::StrokeLine> rules_;  // of one width and colour, still to be stroked
    PdfSymbols symbols_;
    std::map<SymbolKey, std::size_t> symbol_places_;
    PdfLinks links_;
    std::size_t page_ = 0;
    std::vector<Group> groups_;  // those that are open, with what they inherit
    std::map<NoteId, NotePages> called_notes_;
};

}  // namespace broadside::emit
