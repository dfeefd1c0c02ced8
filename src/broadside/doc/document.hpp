#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/base/design.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/meaning.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/provenance.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/style.hpp"
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

struct Symbol {
    DrawingRef drawing;
    Pt height;  // nominal; the width follows the view box
    Colour colour;
    std::string alt;           // spoken; empty: decoration
    SourcePlace code_of = {};  // of the address that it is the QR code of

    Pt width() const { return width_at(height); }
    Pt width_at(Pt drawn_height) const { return drawn_height * (drawing->width / drawing->height); }

    /// What is drawn anew for each document may be the same nevertheless.
    bool operator==(const Symbol& other) const {
        return (drawing == other.drawing ||
                (drawing && other.drawing && *drawing == *other.drawing)) &&
               height == other.height && colour == other.colour && alt == other.alt &&
               code_of == other.code_of;
    }
};

/// Text in one style, or a symbol among it, which then is its `text`. `rise` lifts it, in multiples
/// of the paragraph's first span's size.
struct Span {
    std::string text;
    TextStyle style;
    double rise = 0;
    NoteId note;  // that this span is the mark of
    Url url;      // target of the link that this span is; empty: none
    bool hangs =
        false;  // left out when the line is aligned, so that marks push nothing off its axis
    bool whole = false;       // a name among others: broken inside only when that saves a line
    bool separates = false;   // stands between two others, a space first: not seen at a line's end
    bool is_name = false;     // or names: hyphenated only where one is wider than its line
    std::uint32_t call = 0;   // which mark of its note it is, from 1
    SourcePlace origin = {};  // of its text, in a paragraph that joins several
    Sparse<std::string> language = {};  // BCP 47; none: that of the document
    Sparse<std::string> spoken = {};    // what its text is short for; none: it is no abbreviation
    Sparse<Symbol> symbol = {};         // in the middle of the line; `text` is kObject
    // The byte of its text that stands on the axis of the figures of its column.
    std::optional<std::size_t> axis = {};
    bool is_tag = false;   // in a box, with others of its kind beside it
    bool is_unit = false;  // of a head: all words before it are its, and not the last alone
    bool holds = false;    // broken inside only where it is wider than its line
    bool is_address =
        false;  // in words: broken after its signs, where it has to be, and without hyphens
    bool operator==(const Span&) const = default;
};

/// Stands for what is no character: U+FFFC, the object replacement character.
inline constexpr std::string_view kObject = "\uFFFC";

/// Lines are broken at allowed places and at line feeds. An empty paragraph has no height.
struct Paragraph {
    std::vector<Span> spans;
    Alignment alignment = Alignment::Start;
    bool is_balanced = false;  // its lines are about equally long
    bool is_aside = false;     // only accompanies the page: may be smaller than what is to be read
    SourcePlace origin = {};   // of its text
    Sparse<Meaning> meaning = {};  // none: that of what holds it
    bool is_head = false;          // of columns
    bool is_row_title = false;     // that others have as a head: of a row, or a group of them
    bool is_short_form = false;    // of a head: no word of it is hyphenated
    bool empty() const { return spans.empty(); }
    bool operator==(const Paragraph&) const = default;
};

/// A symbol on its column's axis; the marks of its notes hang beside it, raised.
struct SymbolLine {
    Sparse<Symbol> symbol;
    std::vector<Span> marks;
    bool operator==(const SymbolLine&) const = default;
};

using Content = std::variant<Paragraph, SymbolLine>;

struct Cell {
    std::vector<Content> content;   // stacked, top to bottom
    Sparse<Symbol> badge;           // beside a line: the band's symbol
    Sparse<Provenance> provenance;  // empty: that of its row
    SourcePlace origin;
    std::size_t row_span = 1;
    std::size_t column_span = 1;
    int band = kNoBand;          // index into the table's bands
    std::optional<Colour> fill;  // behind all of it, above the band's tint
    Alignment alignment = Alignment::Start;
    // Heads that are not at the top stand at the foot.
    VerticalAlignment vertical_alignment = VerticalAlignment::Middle;
    BandSymbol badge_place = BandSymbol::Name;
    bool leaves_axis = false;  // stands as it is aligned, whatever lines up in its column
    // A symbol before words stays in the middle of its cell, as others below it do, while these
    // have room behind it.
    bool hangs_words = false;
    std::uint8_t lead = 0;  // of the columns that it spans: those before that of its content
    HeaderScope scope = HeaderScope::None;
    Pt indent;                         // of its content, at the start side
    Sparse<Cell> short_form = {};      // of a head: what stands there where this has no room
    Sparse<Cell> continued_form = {};  // what stands there on later pages, or cards
    bool operator==(const Cell&) const = default;
};

/// A slot under a span: the cell at (`row`, `column`) covers it.
struct Covered {
    std::size_t row = 0;
    std::size_t column = 0;
    bool operator==(const Covered&) const = default;
};

using Slot = std::variant<Cell, Covered>;

struct Row : RowFacts {
    Sparse<Provenance> provenance = {};
    bool operator==(const Row&) const = default;
};

struct Column {
    std::string id;
    WidthRule width;
    bool has_default_width = false;  // as the layout says nothing of it
    HeadTurn head = HeadTurn::Upright;
    std::size_t pitch = 0;  // those of one number are equally wide under rotated heads; 0: of none
    std::size_t width_group = 0;  // those of one number were given one width; 0: of none
    bool is_emphasised = false;
    bool is_symbols = false;  // of symbols, which can do with less room
    bool may_turn = false;    // its head, as the layout says nothing of it: rather than break words
    bool has_guide = false;   // a rule behind it, by which the eye counts columns
    bool has_titles = false;  // of rows that others have as columns
    bool has_groups = false;  // titles of groups of rows, which may run upwards beside them
    bool operator==(const Column&) const = default;
};

struct Grid {
    std::vector<Column> columns;
    std::vector<Row> rows;    // header rows first
    std::vector<Slot> slots;  // row by row

    const Slot& at(std::size_t row, std::size_t column) const {
        return slots[row * columns.size() + column];
    }
    /// Where the cell begins that has the slot.
    Covered place_of(std::size_t row, std::size_t column) const {
        const auto* covered = std::get_if<Covered>(&at(row, column));
        return covered ? *covered : Covered{row, column};
    }
    /// The cell that has the slot, wherever it begins.
    const Cell& cell_at(std::size_t row, std::size_t column) const {
        const Covered place = place_of(row, column);
        return std::get<Cell>(at(place.row, place.column));
    }
    std::size_t header_rows() const {
        std::size_t count = 0;
        while (count < rows.size() && rows[count].kind == RowKind::Header) ++count;
        return count;
    }
    bool operator==(const Grid&) const = default;
};

/// An entry that explains a symbol, or a short text that stands in cells.
struct LegendEntry {
    Sparse<Symbol> symbol;
    Paragraph label;
    Paragraph code = {};  // the short text, strong, before the label; empty: none
    bool operator==(const LegendEntry&) const = default;
};

/// The values of one vocabulary, or one band with a sample of the cells it stands behind.
struct LegendGroup {
    Paragraph heading;
    std::vector<LegendEntry> entries;
    std::optional<BandStyle> band;
    std::optional<Symbol> badge;    // of the band
    std::vector<Paragraph> sample;  // inside the band
    bool operator==(const LegendGroup&) const = default;
};

struct Box;

/// Boxes below each other.
struct Stack {
    std::vector<Box> boxes;
    Pt gap;
    bool operator==(const Stack&) const;
};

/// Boxes side by side, their widths by CSS words.
struct SideBySide {
    std::vector<Box> boxes;
    std::vector<WidthRule> widths;  // one a box
    Pt gap;
    bool operator==(const SideBySide&) const;
};

/// Boxes side by side in equal shares, in as few rows as let all keep their lines.
struct Tiles {
    std::vector<Box> boxes;
    Pt gap_beside, gap_below;
    bool operator==(const Tiles&) const;
};

/// A text at each end of a line, `end` on the last baseline of `start`; below each other where they
/// have no room beside each other.
struct TwoEnds {
    Paragraph start, end;
    Pt gap;
    bool operator==(const TwoEnds&) const = default;
};

/// A body with a label at its start side, which may be missing.
struct Labelled {
    enum class Place { Top, Middle };  // where the lower of the two stands beside the other

    std::variant<std::monostate, Paragraph, Symbol> label;
    std::vector<Paragraph> body;
    Pt gap;
    Place place = Place::Top;
    bool operator==(const Labelled&) const = default;
};

/// Boxes in columns of about equal height. Labels of all boxes are equally wide.
struct BalancedColumns {
    std::size_t count = 1;  // at most
    std::vector<Box> boxes;
    Pt gap;        // between columns
    Pt gap_below;  // between the boxes of one
    bool operator==(const BalancedColumns&) const;
};

/// Groups side by side in as few lines of entries as the width allows.
struct LegendPacking {
    std::vector<LegendGroup> groups;
    bool operator==(const LegendPacking&) const = default;
};

struct Table {
    Grid grid;
    TableStyle style;
    std::string summary;     // the table's name for assistive technology
    std::size_t number = 1;  // among the tables of its document
    KeepTogether keep = KeepTogether::Nothing;
    bool equal_rows = false;  // body rows, as high as the highest
    NarrowTable narrow = NarrowTable::Cards;
    bool operator==(const Table&) const = default;
};

/// A line along an edge of a box: below it, or at its start side.
struct EdgeRule {
    enum class Edge { Start, Bottom };

    RuleStyle style;
    Edge edge = Edge::Bottom;
    Pt gap;  // between it and the content
    bool operator==(const EdgeRule&) const = default;
};

/// A part of the page. What it means is free, how its content is arranged is one of these.
struct Box {
    std::variant<Paragraph, Stack, SideBySide, Tiles, TwoEnds, Labelled, BalancedColumns,
                 LegendPacking, Table>
        content;
    Meaning meaning = {};
    std::optional<EdgeRule> rule = {};
    std::string name = {};             // what a message calls it: "the legend"
    bool at_foot = false;              // of the last page, whatever stands above
    bool is_on_each_page = false;      // at the foot of all, or above what each has of a table
    bool is_running = false;           // stands at the top of every page but the first
    bool is_by_page = false;           // notes: each page has those that it calls, at its foot
    bool breaks_before = false;        // begins a page
    std::optional<Pt> gap_below = {};  // to the box behind it; none: the page's
    bool keeps_with_next = false;      // no page ends behind it, as with CSS's `break-after: avoid`

    /// Whether pages treat both alike, but for what is in them and what that means.
    bool flows_as(const Box& other) const {
        return at_foot == other.at_foot && is_on_each_page == other.is_on_each_page &&
               is_running == other.is_running && is_by_page == other.is_by_page &&
               breaks_before == other.breaks_before && gap_below == other.gap_below &&
               keeps_with_next == other.keeps_with_next;
    }
    bool operator==(const Box&) const = default;
};

// In words: what a box holds is not known before it, and Clang 14 does not end on defaults.
inline bool Stack::operator==(const Stack& other) const {
    return boxes == other.boxes && gap == other.gap;
}
inline bool SideBySide::operator==(const SideBySide& other) const {
    return boxes == other.boxes && widths == other.widths && gap == other.gap;
}
inline bool Tiles::operator==(const Tiles& other) const {
    return boxes == other.boxes && gap_beside == other.gap_beside && gap_below == other.gap_below;
}
inline bool BalancedColumns::operator==(const BalancedColumns& other) const {
    return count == other.count && boxes == other.boxes && gap == other.gap &&
           gap_below == other.gap_below;
}

struct Page {
    Size size;
    bool auto_height = false;
    Insets margin;
    Colour paper;
    Pt block_gap;
    Pt least_block_gap;                         // however little white space there is
    TextStyle text;                             // of a table's cells, for who scales all by one
    TextStyle page_number;                      // "1/3", where there is more than one page
    char32_t zero_digit = unicode::kAsciiZero;  // of the page number

    /// Between the margins.
    Pt measure() const { return size.width - margin.left - margin.right; }
    bool is_portrait() const { return !auto_height && size.width < size.height; }
    bool operator==(const Page&) const = default;
};

/// Type sizes may be scaled between `min_scale` and `max_scale` to fill `pages` pages; where that
/// is 0, one page that holds all.
struct Fit {
    int pages = 1;
    double min_scale = 1;
    double max_scale = 1;
    std::vector<FitRung> order;
    SourcePlace origin;
    std::optional<Pt> row_space = {};  // the most that each row gets to fill the page
    bool operator==(const Fit&) const = default;
};

struct Document {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    Page page;
    std::vector<Box> blocks;  // top to bottom
    std::optional<Fit> fit;
};

/// The document as indented text, for goldens and for `broadside dump --stage doc`.
std::string dump(const Document& document);

}  // namespace broadside::doc
