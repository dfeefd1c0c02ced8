#pragma once

#include <cstddef>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table_part.hpp"

namespace broadside::layout {

/// Columns beside each other that hold the same kind of thing, as the runs of a timetable, have one
/// width, whichever has the longest number or a note.
enum class Neighbours { AsTheyAre, Even };

/// Whether some may: those whose width the layout leaves open.
bool has_like_neighbours(const std::vector<doc::Column>& columns);

/// Gives those one `run` that ask for nearly the same.
void number_runs(const std::vector<doc::Column>& columns, std::vector<ColumnDemand>& demands);

/// Columns [first, first + count).
struct ColumnRun {
    std::size_t first = 0, count = 1;
};

/// Like neighbours that cells run over, as ages or hours: what is read there is how far.
std::vector<ColumnRun> scales(const doc::Grid& grid, const std::vector<PartCell>& cells);

}  // namespace broadside::layout
