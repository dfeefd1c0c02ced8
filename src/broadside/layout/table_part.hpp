#pragma once

#include <cstddef>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::layout {

/// A row of the grid as it stands on one page.
struct PartRow {
    std::size_t grid_row = 0;
    bool repeated = false;   // already shown on an earlier page
    bool continued = false;  // too high for the page where it begins
};

/// Rows [first, last) of a grid, of which an earlier page may have shown the beginning of the
/// first.
struct RowRange {
    std::size_t first = 0, last = 0;
    bool is_continued = false;
};

/// A cell as it stands in a part: spans are cut at the part's edges, and a cell that began on an
/// earlier page shows its content again.
struct PartCell {
    const doc::Cell* cell = nullptr;
    std::size_t row = 0, column = 0;  // in the part
    std::size_t row_span = 1, column_span = 1;
    std::size_t grid_row = 0;            // where it begins in the grid
    bool is_turned = false;              // its text does not run across the page, but upwards
    bool is_slanted = false;             // and leans to the end side
    const doc::Cell* in_full = nullptr;  // what `cell` is the short form of; null: of none
};

/// How the heads of a table's columns are set: each that may be takes less width than the one
/// before.
enum class HeadForm {
    InFull,         // rotated only where the layout says so whatever the room
    Groups,         // those of groups of rows run upwards
    Short,          // that, and in the short form where there is one
    SymbolsTurned,  // that, and rotated above symbols where the layout allows it
    Turned,         // and above all else where the layout allows it
    AllTurned       // and above symbols, where the layout says nothing
};

struct Heads {
    HeadForm form = HeadForm::InFull;
    // Columns that are as wide as their upright heads for what they hold; empty: none.
    std::vector<bool> have_room = {};

    bool has_room(std::size_t column) const { return !have_room.empty() && have_room[column]; }
};

bool is_turned(const std::vector<doc::Column>& columns, std::size_t at, const Heads& heads);

/// Whether it stands beside the rows that it is the title of.
bool is_group_title(const doc::Grid& grid, const PartCell& part);

/// The whole grid as one part.
std::vector<PartRow> all_rows(const doc::Grid& grid);

/// What stands above the rows of a later page again.
struct Repeats {
    std::vector<std::size_t> sections;  // rows that begin one, ascending
    std::vector<std::size_t> parents;   // as of `doc::parents_of`
};

Repeats repeats_of(const doc::Grid& grid);

/// Header rows, repeated where they were shown before, the title of the section and the rows that
/// the first one stands under, then the range's rows. `repeats` may have none.
std::vector<PartRow> part_rows(const doc::Grid& grid, const Repeats& repeats,
                               const RowRange& range);

/// In reading order. Every slot of the part is covered by exactly one cell. A rotated head is in
/// its short form too.
std::vector<PartCell> part_cells(const doc::Grid& grid, const std::vector<PartRow>& rows,
                                 const Heads& heads = {});

/// The same of the whole grid.
std::vector<PartCell> all_cells(const doc::Grid& grid, const Heads& heads = {});

}  // namespace broadside::layout
