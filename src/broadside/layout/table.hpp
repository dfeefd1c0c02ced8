#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Widths for a table that is `width` wide, at the typesetter's setting. Reports an overflow when
/// the table cannot be made narrow enough, naming the columns that ask for most.
std::vector<Pt> table_column_widths(const doc::Table& table, Pt width, Typesetter& typesetter);

/// Heights of the part's rows.
std::vector<Pt> part_row_heights(const doc::Table& table, const std::vector<PartRow>& rows,
                                 const std::vector<Pt>& column_widths, Typesetter& typesetter);

/// A part whose rows and columns have been solved.
struct SolvedPart {
    std::vector<PartRow> rows;
    std::vector<Pt> column_widths;
    std::vector<Pt> row_heights;
};

/// Of a cell in columns of these `widths`, without its padding.
Pt inner_width(const doc::Table& table, const PartCell& cell, const std::vector<Pt>& widths,
               const Typesetter& typesetter);

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
