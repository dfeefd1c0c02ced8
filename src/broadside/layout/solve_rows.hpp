#pragma once

#include <cstddef>
#include <vector>

#include "broadside/base/units.hpp"

namespace broadside::layout {

/// A cell that starts in `row`, covers `span` rows and needs `height`, padding included.
struct RowDemand {
    std::size_t row = 0, span = 1;
    Pt height;
};

/// The lowest rows that hold every cell. Cells of one row are served first; then spanning cells,
/// the shortest span first, each sharing what it lacks evenly between its rows. Heights are
/// multiples of `quantum`, so that rows of like content are alike; a quantum of 0 leaves them as
/// they are.
std::vector<Pt> solve_rows(std::size_t row_count, std::vector<RowDemand> demands, Pt quantum);

}  // namespace broadside::layout
