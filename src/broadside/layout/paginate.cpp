#include "broadside/layout/paginate.hpp"

#include <algorithm>

namespace broadside::layout {

bool may_break_before(const doc::Grid& grid, std::size_t row, Pt page_room,
                      const PartHeight& height) {
    const auto is_section = [&](std::size_t at) { return grid.rows[at].kind == RowKind::Section; };
    if (row == 0) return false;
    if (row >= grid.rows.size() || is_section(row)) return true;
    if (grid.rows[row - 1].kind == RowKind::Header) return false;
    if (is_section(row - 1)) return !fits(height(row - 1, row + 1), page_room);
    const bool is_first_below =
        grid.rows[row].level > grid.rows[row - 1].level && !grid.rows[row].begins_section;
    if (is_first_below && !fits(height(row - 1, row + 1), page_room / 2)) return true;
    // To keep two high rows together would leave half a page empty.
    if (row >= 2 && is_section(row - 2)) return !fits(height(row - 2, row + 1), page_room / 2);
    if (is_first_below) return false;
    const bool is_last = row + 1 == grid.rows.size() || is_section(row + 1);
    const bool is_alone = is_last || grid.rows[row].is_summary;
    return !is_alone || !fits(height(row - 1, row + 1), page_room / 2);
}

std::size_t part_end(const doc::Grid& grid, const PartSearch& search, const PartHeight& height) {
    const std::size_t first = search.first;
    std::size_t end = std::clamp(search.expected, first + 1, grid.rows.size());
    while (end > first && !fits(height(first, end), search.room)) --end;
    if (end == first) return first;
    while (end < grid.rows.size() && fits(height(first, end + 1), search.room)) ++end;
    const auto is_kept = [&](std::size_t row) {
        return search.kept && row < search.kept->size() && (*search.kept)[row];
    };
    while (end > first && (is_kept(end) || !may_break_before(grid, end, search.page_room, height)))
        --end;
    return end;
}

}  // namespace broadside::layout
