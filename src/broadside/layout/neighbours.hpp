#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/layout/solve_columns.hpp"

namespace broadside::layout {

/// Columns beside each other that hold the same kind of thing, as the runs of a timetable, have one
/// width, whichever has the longest number or a note.
enum class Neighbours { AsTheyAre, Even };

/// Whether some may: those of words and numbers whose width the layout leaves open.
bool has_like_neighbours(const std::vector<doc::Column>& columns);

/// Makes those ask for the same that ask for nearly the same.
void even_out_neighbours(const std::vector<doc::Column>& columns,
                         std::vector<ColumnDemand>& demands);

}  // namespace broadside::layout
