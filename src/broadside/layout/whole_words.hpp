#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/solve_columns.hpp"

/// Which words stay whole where a table has not room for all.
namespace broadside::layout {

/// Raises the min-content of columns to the words of their cells where the table can hold that;
/// where it cannot, the longest words are hyphenated and short ones stay whole, and so do names as
/// long as they can. Returns of how many columns.
std::size_t keep_words_whole(std::vector<ColumnDemand>& columns,
                             const std::vector<SpanDemand>& spans, Pt available);

/// Lowers the min-content of columns of one share where they are equally wide, or nearly, once
/// names at their heads that are longer are hyphenated. Returns of how many.
std::size_t part_long_names(std::vector<ColumnDemand>& columns,
                            const std::vector<SpanDemand>& spans, Pt available);

/// Lowers what is asked for where the table cannot hold it: the min-content of fixed columns to
/// their width, and that of others, the widest first, until they fit `available` or are at their
/// least. Does nothing where that is not enough.
void break_words(std::vector<ColumnDemand>& columns, std::vector<SpanDemand>& spans, Pt available);

}  // namespace broadside::layout
