#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "broadside/base/direction.hpp"
#include "broadside/base/drawing.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/glyph_run.hpp"
#include "broadside/base/metadata.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/style.hpp"
#include "broadside/base/table_part.hpp"
#include "broadside/base/url.hpp"

/// NOUN 3: every box a finite rectangle on a page, every text glyphs with positions; nothing
/// re-flows.
///
/// Guarantees: all rectangles are in page coordinates, finite, with sizes of 0 or more;
/// right-to-left pages are already mirrored; parts that repeat on later pages say so; cells of one
/// table part cover its grid without hole or overlap.
namespace broadside::placed {

/// Glyphs of one face, colour and meaning, at their place on the line.
struct Run {
    Point origin;  // left end, on the baseline (raised for a note mark)
    GlyphRun glyphs;
    NoteId note;  // that this run is the mark of
    Url url;      // target of the link that this run is part of
};

/// Runs from left to right.
struct Line {
    Pt baseline;
    Pt left, width;  // of all runs, trailing space left out
    std::vector<Run> runs;
};

struct Text {
    Rect box;
    std::vector<Line> lines;
    Direction direction = Direction::LeftToRight;
};

struct Symbol {
    Rect box;
    DrawingRef drawing;
    Colour colour;
    std::string alt;  // empty: decoration
};

using Content = std::variant<Text, Symbol>;

struct Cell {
    Rect box;
    std::size_t row = 0,
                column = 0;  // grid position of its first slot in this part, header rows included
    std::size_t row_span = 1, column_span = 1;
    HeaderScope scope = HeaderScope::None;
    int band = -1;
    std::vector<Content> content;  // in reading order
    std::string spoken = {};       // all of it in words, where the cell covers several slots
};

struct Row {
    RowKind kind = RowKind::Body;
    Pt y, height;
    int band = -1;
    std::string id;
    bool repeated = false;  // a header or section row shown again on a later page
};

/// The part of a table that stands on one page.
struct Table {
    Rect box;
    TableStyle style;
    std::string summary;
    Direction direction = Direction::LeftToRight;
    std::vector<Pt>
        column_edges;  // columns + 1 positions in reading direction: descending when right-to-left
    std::vector<Row> rows;
    std::vector<Cell> cells;  // in reading order, row by row
    bool continues_previous = false;
    bool continues_next = false;
};

struct Header {
    Text title;
    std::optional<Text> subtitle;
    std::optional<Text> publisher;
    Rect rule;  // height 0: none
    Colour rule_colour;
};

struct LegendEntry {
    Symbol symbol;
    Text label;
};

struct LegendBand {
    Rect box;
    Rect bar;
    BandStyle style;
};

struct LegendGroup {
    std::optional<Text> heading;
    std::vector<LegendEntry> entries;
    std::optional<LegendBand> band;
    std::optional<Symbol> badge;
    std::vector<Text> sample;
};

struct Legend {
    std::vector<LegendGroup> groups;
};

struct Note {
    NoteId id;
    Text mark;
    Text text;
};

struct Notes {
    std::vector<Note> notes;  // in reading order, whatever column they stand in
};

struct Link {
    Text label;
    Text text;
    std::optional<Symbol> qr;
    Url url;
};

struct Links {
    std::vector<Link> links;
    Rect rule;  // width 0: none
    Colour rule_colour;
};

struct Imprint {
    std::optional<Text> start;
    std::optional<Text> end;
};

struct Paragraphs {
    std::vector<Text> paragraphs;
};

struct PageNumber {
    Text text;
};

using Block = std::variant<Header, Legend, Table, Notes, Links, Imprint, Paragraphs, PageNumber>;

struct Page {
    Size size;
    Colour paper;
    std::vector<Block> blocks;  // in reading order
};

/// What layout decided, for reports: the factor on the type size and the smallest size printed.
struct Decisions {
    double type_scale = 1;
    double padding_scale = 1;
    bool hyphenated = false;
    Pt smallest_type;
    std::string limited_by = {};  // the language that allows no larger type in a shared grid
};

struct Document {
    Metadata metadata;
    Direction direction = Direction::LeftToRight;
    std::vector<Page> pages;
    Decisions decisions;
};

}  // namespace broadside::placed
