#pragma once

#include <vector>

#include "broadside/layout/minimise_height.hpp"
#include "broadside/layout/neighbours.hpp"
#include "broadside/layout/solve_columns.hpp"

namespace broadside::layout {

/// What looks better and makes the table no higher: the columns of a scale become equally wide, and
/// names that are broken and heads that are hyphenated get what they lack from what others have to
/// spare.
std::vector<Pt> settle_widths(const std::vector<ColumnDemand>& columns,
                              const std::vector<SpanDemand>& spans,
                              const std::vector<ColumnRun>& scales, std::vector<Pt> widths,
                              const HeightOf& height_of);

}  // namespace broadside::layout
