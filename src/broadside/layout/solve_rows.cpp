#include "broadside/layout/solve_rows.hpp"

#include <algorithm>
#include <cmath>

namespace broadside::layout {

namespace {

Pt rounded_up(Pt height, Pt quantum) {
    if (quantum <= Pt(0)) return height;
    return quantum * std::ceil((height - kNearly) / quantum);
}

}  // namespace

std::vector<Pt> solve_rows(std::size_t row_count, std::vector<RowDemand> demands, Pt quantum) {
    std::vector<Pt> heights(row_count);
    std::stable_sort(demands.begin(), demands.end(),
                     [](const RowDemand& a, const RowDemand& b) { return a.span < b.span; });
    for (const RowDemand& demand : demands) {
        Pt together;
        for (std::size_t i = 0; i < demand.span; ++i) together += heights[demand.row + i];
        if (fits(demand.height, together)) continue;
        const Pt each = (demand.height - together) / static_cast<double>(demand.span);
        for (std::size_t i = 0; i < demand.span; ++i) {
            Pt& height = heights[demand.row + i];
            height = rounded_up(height + each, quantum);
        }
    }
    return heights;
}

}  // namespace broadside::layout
