#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/provenance.hpp"
#include "broadside/base/style.hpp"
#include "broadside/base/table_part.hpp"
#include "broadside/base/url.hpp"
#include "broadside/base/width_rule.hpp"
#include "broadside/unicode/numbers.hpp"

/// NOUN 2: one language of one layout: no keys, no cell kinds, no markup.
///
/// Guarantees: every string is in the document's language or is literal, every style is resolved,
/// every grid is complete (`slots.size() == rows * columns`, each covered slot names the cell that
/// covers it), notes are numbered and listed in the order of their first mark, symbols are
/// drawings.
namespace broadside::doc {

/// A stretch of text in one style. `rise` lifts it, in multiples of the paragraph's first span's
/// size.
struct Span {
    std::string text;
    TextStyle style;
    double rise = 0;
    NoteId note;  // that this span is the mark of
    Url url;      // target of the link that this span is; empty: none
    bool hangs =
        false;  // left out when the line is aligned, so that marks push nothing off its axis
    bool whole = false;       // a name among others: broken inside only when that saves a line
    std::string origin = {};  // JSON pointer of its text, in a paragraph that joins several
    bool is_name = false;     // or names: hyphenated only where one is wider than its line
};

/// Lines are broken at allowed places and at line feeds. An empty paragraph has no height.
struct Paragraph {
    std::vector<Span> spans;
    Alignment alignment = Alignment::Start;
    std::string origin;  // JSON pointer of its text, for diagnostics
    bool empty() const { return spans.empty(); }
};

struct Symbol {
    DrawingRef drawing;
    Pt height;  // nominal; the width follows the view box
    Colour colour;
    std::string alt;  // spoken; empty: decoration
};

/// A symbol on its column's axis; the marks of its notes hang beside it, raised.
struct SymbolLine {
    Symbol symbol;
    std::vector<Span> marks;
};

using Content = std::variant<Paragraph, SymbolLine>;

inline constexpr int kNoBand = -1;

struct Cell {
    std::vector<Content> content;  // stacked, top to bottom
    Alignment alignment = Alignment::Start;
    std::optional<Symbol> badge;  // at the end edge of the first line: the band's symbol
    HeaderScope scope = HeaderScope::None;
    std::size_t row_span = 1;
    std::size_t column_span = 1;
    int band = kNoBand;  // index into the table's bands
    std::string origin;
    Provenance provenance = {};  // empty: that of its row
};

/// A slot under a span: the cell at (`row`, `column`) covers it.
struct Covered {
    std::size_t row = 0;
    std::size_t column = 0;
};

using Slot = std::variant<Cell, Covered>;

struct Row {
    RowKind kind = RowKind::Body;
    int band = kNoBand;
    std::string id;  // stable, of the dataset
    Provenance provenance = {};
};

struct Column {
    std::string id;
    WidthRule width;
};

struct Grid {
    std::vector<Column> columns;
    std::vector<Row> rows;    // header rows first
    std::vector<Slot> slots;  // row by row

    const Slot& at(std::size_t row, std::size_t column) const {
        return slots[row * columns.size() + column];
    }
};

struct HeaderBlock {
    Paragraph title;
    Paragraph subtitle;
    Paragraph publisher;  // at the end side of the title
    RuleStyle rule;       // under it all
};

struct LegendEntry {
    Symbol symbol;
    Paragraph label;
};

/// The values of one vocabulary, or one band with a sample of the cells it stands behind.
struct LegendGroup {
    Paragraph heading;
    std::vector<LegendEntry> entries;
    std::optional<BandStyle> band;
    std::optional<Symbol> badge;    // of the band
    std::vector<Paragraph> sample;  // inside the band
};

struct LegendBlock {
    std::vector<LegendGroup> groups;
};

struct TableBlock {
    Grid grid;
    TableStyle style;
    std::string summary;  // the table's name for assistive technology
};

struct Note {
    NoteId id;
    Paragraph mark;
    Paragraph text;
};

struct NotesBlock {
    int columns = 2;
    std::vector<Note> notes;
};

struct Link {
    Paragraph label;
    Paragraph text;  // one span with the url
    std::optional<Symbol> qr;
};

struct LinksBlock {
    std::vector<Link> links;
    RuleStyle rule;  // at its start edge when it stands beside another block
};

struct ImprintBlock {
    Paragraph start;
    Paragraph end;
};

struct TextBlock {
    std::vector<Paragraph> paragraphs;
};

struct Block;

struct RowBlock {
    std::vector<Block> blocks;
    std::vector<WidthRule> widths;  // one a block
};

struct Block {
    std::variant<HeaderBlock, LegendBlock, TableBlock, NotesBlock, LinksBlock, ImprintBlock,
                 TextBlock, RowBlock>
        kind;
};

struct Page {
    Size size;
    bool auto_height = false;
    Insets margin;
    Colour paper;
    Pt block_gap;
    TextStyle page_number;                      // "1/3", where there is more than one page
    char32_t zero_digit = unicode::kAsciiZero;  // of the page number
};

enum class FitRung { Padding, Widths, Hyphenate, FontSize };

/// Type sizes may be scaled between `min_scale` and `max_scale` to fill `pages` pages.
struct Fit {
    int pages = 1;
    double min_scale = 1;
    double max_scale = 1;
    std::vector<FitRung> order;
    std::string origin;
};

struct Document {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    Page page;
    std::vector<Block> blocks;
    std::optional<Fit> fit;
};

}  // namespace broadside::doc
