#pragma once

#include <vector>

#include "broadside/layout/column_demand.hpp"

namespace broadside::layout {

struct ColumnWidths {
    std::vector<Pt> widths;
    Pt missing;  // how much wider the table would have to be: 0 when all fits
    // Content-sized columns break lines of their cells for it, or `auto` ones every few letters, or
    // columns of one share are not equally wide.
    bool is_squeezed = false;
    bool breaks_content = false;  // squeezed by the first of these
};

/// Widths that add up to `available`, after CSS Grid's track sizing: fixed and content-sized
/// columns first, what is left goes to `fr` columns by their share; without any, to the `auto`
/// columns by what they hold; beyond that, and without those, to all content-sized ones, in the
/// proportions of what they hold, and only to those that are not given a width if there are any. No
/// column but a fixed one becomes narrower than its min-content unless the table cannot hold them
/// all. Columns of one pitch that are nearly alike ask for what the widest does, where there is
/// room: they have one rule.
ColumnWidths solve_columns(std::vector<ColumnDemand> columns, const std::vector<SpanDemand>& spans,
                           Pt available);

}  // namespace broadside::layout
