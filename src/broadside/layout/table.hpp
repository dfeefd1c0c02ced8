#pragma once

#include <unordered_map>
#include <vector>

#include "broadside/layout/cell.hpp"
#include "broadside/layout/figure_columns.hpp"
#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Row heights are multiples of this, so that rows of like content are alike to the eye.
inline constexpr Pt kRowQuantum{1};

struct TableColumns {
    std::vector<Pt> widths;
    Heads heads = {};
    std::vector<FigureColumns> figures = {};  // by the directions of the documents
};

/// Columns for a table that is `width` wide, at the typesetter's setting. The heads are the first
/// with which the table is narrow enough in its natural type without hyphens, whatever the setting,
/// unless that rotates them; and short ones where one that has a short form would be hyphenated.
/// Reports an overflow when it cannot be made narrow enough, naming the columns that ask for most.
TableColumns table_columns(const doc::Table& table, Pt width, Typesetter& typesetter);

/// Cells that are broken over pages, and which of their lines a part shows.
using CutCells = std::unordered_map<const doc::Cell*, LineRange>;

/// A part whose rows and columns have been solved.
struct SolvedPart {
    std::vector<PartRow> rows;
    TableColumns columns;
    std::vector<Pt> row_heights;
    CutCells cut = {};
};

/// Heights of the rows of a part that has columns. A cell of `cut` asks for room in its last row
/// only, for its lines from the first on.
std::vector<Pt> part_row_heights(const doc::Table& table, const SolvedPart& part,
                                 Typesetter& typesetter, const CutCells& cut = {});

/// Of a cell in columns of these `widths`, without its padding.
Pt inner_width(const doc::Table& table, const PartCell& cell, const std::vector<Pt>& widths,
               const Typesetter& typesetter);

/// Height of the cell itself in `inner_width`, whatever its peers need.
Pt own_part_height(const PartCell& cell, Pt inner_width, Typesetter& typesetter);

/// The inside of a cell's padding.
struct CellRoom {
    Pt width, height;
};

CellRoom room_in_cell(const doc::Table& table, const SolvedPart& part, const PartCell& cell,
                      const Typesetter& typesetter);

/// Sets the part with its top left corner at `at`.
placed::Table place_part(const doc::Table& table, const SolvedPart& part, Point at,
                         Typesetter& typesetter);

}  // namespace broadside::layout
