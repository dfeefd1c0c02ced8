#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "broadside/base/decisions.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/glyph_run.hpp"
#include "broadside/base/meaning.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/style.hpp"
#include "broadside/base/turn.hpp"
#include "broadside/base/url.hpp"

/// NOUN 3: every box a finite rectangle on a page, every text glyphs with positions; nothing
/// re-flows.
///
/// Guarantees: all rectangles are in page coordinates, finite, with sizes of 0 or more;
/// right-to-left pages are already mirrored; parts that repeat on later pages say so; cells of one
/// table part cover its grid without hole or overlap.
namespace broadside::placed {

struct Run : LineRun {
    bool is_tag = false;  // in a box, with the runs of its kind that it touches
};

struct Symbol {
    Rect box;
    DrawingRef drawing;
    Colour colour;
    std::string alt;  // empty: decoration
    Url url = {};     // target of the link that it is, or is part of
};

/// Runs, and symbols among them, from left to right.
struct Line {
    Pt baseline;
    Pt left, width;  // of all of them, trailing space left out
    std::vector<Run> runs;
    std::vector<Symbol> symbols = {};
    bool is_hyphenated = false;  // at its logical end, by a hyphen that the text does not have
    bool is_fed = false;         // there the text has a line feed, which no run has
};

struct Text {
    Rect box;
    std::vector<Line> lines;
    Direction direction = Direction::LeftToRight;
    Sparse<Meaning> meaning = {};  // none: that of what holds it
    bool is_aside = false;         // only accompanies the page

    /// The lines do not run across the page: their coordinates are those before this turn. `box` is
    /// around them as they stand turned, and no symbols are among them.
    std::optional<Turn> turn = {};
};

struct Fill {
    Rect box;
    Colour colour;
};

struct Item;

/// Items that mean something together, in reading order.
struct Group {
    Meaning meaning;
    std::vector<Item> items;
};

using Content = std::variant<Text, Symbol>;

struct Cell {
    Rect box;
    std::size_t row = 0,
                column = 0;  // grid position of its first slot in this part, header rows included
    std::size_t row_span = 1, column_span = 1;
    HeaderScope scope = HeaderScope::None;
    bool is_slanted = false;  // a head whose sides lean to the table's end by 45°
    int band = kNoBand;
    std::optional<Colour> fill = {};  // behind all of it, above the band's tint
    std::size_t grid_row = 0;         // of its first slot in the whole table
    std::size_t grid_row_span = 1;    // in the whole table
    std::vector<Content> content;     // in reading order
    std::string spoken = {};          // all of it in words, where the cell covers several slots
    std::string name = {};            // in full, where the content is a short form
    bool is_repeated = false;         // an earlier page has shown all of it
};

struct Row : RowFacts {
    Pt y, height;
    bool repeated =
        false;  // shown again on a later page: a header, a section or a row above others
    std::size_t grid_row = 0;  // in the whole table, header rows included
    bool continued = false;    // began on an earlier page, and goes on here
};

/// The part of a table that stands on one page.
struct Table {
    Rect box;
    TableStyle style;
    std::string summary;
    std::size_t number = 0;  // of the table in its document, from 1: the same for all its parts
    Direction direction = Direction::LeftToRight;
    std::vector<Pt>
        column_edges;  // columns + 1 positions in reading direction: descending when right-to-left
    std::vector<std::size_t> emphasised = {};  // columns that stand out
    std::vector<std::size_t> guides = {};      // columns with a rule behind them, to count by
    std::vector<Pt> guide_shifts = {};     // of each, in reading direction from its column's edge
    std::vector<Rect> spanner_rules = {};  // lines, of no height
    std::vector<Row> rows;
    std::vector<Cell> cells;  // in reading order, row by row
    bool continues_previous = false;
    bool continues_next = false;
};

struct Item {
    std::variant<Text, Symbol, Fill, Group, Table> kind;
};

struct Page {
    Size size;
    Colour paper;
    std::vector<Item> items;  // in reading order
};

struct Document {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    std::vector<Page> pages;
    Decisions decisions;
};

/// The document as indented text, lengths in points to 0.01, for goldens and for `broadside dump
/// --stage placed`.
std::string dump(const Document& document);

}  // namespace broadside::placed
