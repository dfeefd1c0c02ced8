#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/figure_columns.hpp"
#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

struct TableColumns {
    std::vector<Pt> widths;
    Heads heads = Heads::InFull;
    FigureColumns figures = {};
};

/// Columns for a table that is `width` wide, at the typesetter's setting. The heads are the first
/// with which the table is narrow enough in its natural type without hyphens, whatever the setting,
/// unless that rotates them.
/// Reports an overflow when it cannot be made narrow enough, naming the columns that ask for most.
TableColumns table_columns(const doc::Table& table, Pt width, Typesetter& typesetter);

/// Heights of the part's rows.
std::vector<Pt> part_row_heights(const doc::Table& table, const std::vector<PartRow>& rows,
                                 const TableColumns& columns, Typesetter& typesetter);

/// A part whose rows and columns have been solved.
struct SolvedPart {
    std::vector<PartRow> rows;
    TableColumns columns;
    std::vector<Pt> row_heights;
};

/// Of a cell in columns of these `widths`, without its padding.
Pt inner_width(const doc::Table& table, const PartCell& cell, const std::vector<Pt>& widths,
               const Typesetter& typesetter);

/// Height of the cell itself in `inner_width`, whatever its peers need.
Pt own_part_height(const PartCell& cell, Pt inner_width, Typesetter& typesetter);

/// The inside of a cell's padding and beside its badge.
struct CellRoom {
    Pt width, height;
};

CellRoom room_in_cell(const doc::Table& table, const SolvedPart& part, const PartCell& cell,
                      const Typesetter& typesetter);

/// Sets the part with its top left corner at `at`.
placed::Table place_part(const doc::Table& table, const SolvedPart& part, Point at,
                         Typesetter& typesetter);

}  // namespace broadside::layout
