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
#include "broadside/base/meaning.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/turn.hpp"
#include "broadside/base/url.hpp"

namespace broadside::scene {

using broadside::Role;

/// What a group of ops means. Beside what a `Meaning` has, a table has a label, a figure its
/// alternative text as one, rows their number and level under others, and cells their place, spans
/// and scope.
struct Tag {
    Role role = Role::None;
    std::string id = {};     // stable, from content: "row-signal"
    std::string label = {};  // alternative text or accessible name
    Url url = {};
    NoteId note = {};
    HeaderScope scope = HeaderScope::None;
    int level = 0;
    std::size_t row = 0, column = 0;
    std::size_t row_span = 1, column_span = 1;
    std::size_t table = 0;  // which one of its document a table is, from 1: the same on each page

    /// What began on an earlier page: a table, row group, row, cell, note or paragraph. Rows and
    /// spans are those of the whole table, a continued cell says again where it began.
    bool continued = false;

    /// A slot that a cell of several slots covers, with nothing drawn in it: `label` is what the
    /// cell says. A grid that has no spans says it here again; one that has leaves these out.
    bool covered = false;

    /// What an earlier page has shown: a row group, row or cell of a table, a title or imprint that
    /// runs over pages. It has its meaning for
    /// who gets this page alone, and is an artifact where all pages are one text.
    bool repeated = false;
};

struct BeginGroup {
    Tag tag;
};
struct EndGroup {};

struct FillRect {
    Rect rect;
    Colour colour;
};

/// A straight rule, drawn as a butt-ended stroke centred on the line.
struct StrokeLine {
    Point from, to;
    Pt width;
    Colour colour;
};

/// Runs from left to right.
struct Line {
    Pt baseline;
    Pt left, width;
    std::vector<LineRun> runs;
    bool is_hyphenated = false;  // at its logical end, by a hyphen that the text does not have
    bool is_fed = false;         // there the text has a line feed, which no run has
};

/// A paragraph in its lines, from top to bottom.
struct DrawText {
    Direction direction = Direction::LeftToRight;
    std::vector<Line> lines;
    std::optional<Turn> turn = {};  // once all is drawn
    bool continues = false;         // the paragraph of the text before, behind a symbol in it
};

/// A drawing or a picture scaled into `box`, in place of whose `currentColor` stands `colour`.
struct DrawSymbol {
    Rect box;
    DrawingRef drawing;
    Colour colour;
};

using Op = std::variant<BeginGroup, EndGroup, FillRect, StrokeLine, DrawText, DrawSymbol>;

}  // namespace broadside::scene
