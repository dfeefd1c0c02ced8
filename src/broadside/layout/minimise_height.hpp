#pragma once

#include <functional>
#include <vector>

#include "broadside/layout/solve_columns.hpp"

namespace broadside::layout {

using HeightOf = std::function<Pt(const std::vector<Pt>& widths)>;

/// Moves width between columns that may be wider or narrower as long as that makes the table lower
/// and every cell keeps its min-content. Columns of one group that are alike give and take alike.
/// Bounded: asks for at most about a hundred heights.
std::vector<Pt> minimise_height(const std::vector<ColumnDemand>& columns,
                                const std::vector<SpanDemand>& spans, std::vector<Pt> widths,
                                const HeightOf& height_of);

}  // namespace broadside::layout
