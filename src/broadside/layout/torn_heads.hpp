#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// How many titles of columns that pass a test, and that do not run upwards, take two lines more
/// in these widths than without hyphens.
std::size_t torn_heads(const doc::Table& table, const std::vector<PartCell>& cells,
                       const std::vector<ColumnDemand>& demands, const std::vector<Pt>& widths,
                       Typesetter& typesetter,
                       const std::function<bool(const doc::Column&)>& is_meant);

}  // namespace broadside::layout
