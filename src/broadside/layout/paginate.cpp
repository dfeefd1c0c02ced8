#include "broadside/layout/paginate.hpp"

#include <algorithm>

namespace broadside::layout {

bool may_break_before(const doc::Grid& grid, std::size_t row) {
    if (row == 0) return false;
    if (row >= grid.rows.size()) return true;
    const RowKind before = grid.rows[row - 1].kind;
    if (grid.rows[row].kind == RowKind::Section) return true;
    if (before != RowKind::Body) return false;
    return row < 2 || grid.rows[row - 2].kind != RowKind::Section;
}

std::size_t shortest_part_end(const doc::Grid& grid, std::size_t first) {
    std::size_t end = first + 1;
    while (!may_break_before(grid, end)) ++end;
    return end;
}

std::size_t part_end(const doc::Grid& grid, const PartSearch& search, const PartHeight& height) {
    const std::size_t first = search.first;
    std::size_t end = std::clamp(search.expected, first + 1, grid.rows.size());
    while (end > first && !fits(height(first, end), search.room)) --end;
    if (end == first) return first;
    while (end < grid.rows.size() && fits(height(first, end + 1), search.room)) ++end;
    while (end > first && !may_break_before(grid, end)) --end;
    return end;
}

}  // namespace broadside::layout
