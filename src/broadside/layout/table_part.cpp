#include "broadside/layout/table_part.hpp"

#include <algorithm>
#include <utility>

#include "broadside/doc/parts.hpp"

namespace broadside::layout {

namespace {

/// Rows of the part, from `row` on, that follow each other in the grid and hold the same cell in
/// `column`.
std::size_t rows_of(const doc::Grid& grid, const std::vector<PartRow>& rows, std::size_t row,
                    std::size_t column) {
    const doc::Cell* cell = &grid.cell_at(rows[row].grid_row, column);
    std::size_t count = 1;
    while (row + count < rows.size() && &grid.cell_at(rows[row + count].grid_row, column) == cell)
        ++count;
    return count;
}

void set_head(PartCell& part, const doc::Grid& grid, const Heads& heads) {
    bool are_turned = true;
    for (std::size_t i = 0; i < part.column_span; ++i)
        are_turned = are_turned && is_turned(grid.columns, part.column + i, heads);
    // One over several columns stays upright.
    if (part.cell->scope == HeaderScope::Column) {
        part.is_turned = are_turned;
        part.is_slanted = grid.columns[part.column].head == HeadTurn::Slanted;
    }
    if (!part.cell->short_form || (heads.form < HeadForm::Short && !are_turned)) return;
    part.in_full = std::exchange(part.cell, &*part.cell->short_form);
}

}  // namespace

std::vector<PartRow> all_rows(const doc::Grid& grid) {
    std::vector<PartRow> rows(grid.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].grid_row = i;
    return rows;
}

Repeats repeats_of(const doc::Grid& grid) {
    Repeats repeats{{}, doc::parents_of(grid)};
    for (std::size_t row = 0; row < grid.rows.size(); ++row)
        if (grid.rows[row].begins_section) repeats.sections.push_back(row);
    return repeats;
}

std::vector<PartRow> part_rows(const doc::Grid& grid, const Repeats& repeats,
                               const RowRange& range) {
    std::vector<PartRow> rows;
    const auto [first, last, is_continued] = range;
    const std::size_t header = grid.header_rows();
    const bool is_first = first == header && !is_continued;
    for (std::size_t i = 0; i < header; ++i) rows.push_back({i, !is_first});
    const std::vector<std::size_t>& sections = repeats.sections;
    const auto next = std::upper_bound(sections.begin(), sections.end(), first);
    if (next != sections.begin() && next[-1] != first &&
        grid.rows[next[-1]].kind == RowKind::Section)
        rows.push_back({next[-1], true});
    if (first < repeats.parents.size()) {
        const std::size_t shown = rows.size();
        for (std::size_t row = first; repeats.parents[row] != row; row = repeats.parents[row])
            rows.push_back({repeats.parents[row], true});
        std::reverse(rows.begin() + static_cast<std::ptrdiff_t>(shown), rows.end());
    }
    for (std::size_t i = first; i < last; ++i)
        rows.push_back({i, false, is_continued && i == first});
    return rows;
}

bool is_turned(const std::vector<doc::Column>& columns, std::size_t at, const Heads& heads) {
    const doc::Column& column = columns[at];
    const HeadForm turning = column.is_symbols ? HeadForm::SymbolsTurned : HeadForm::Turned;
    const bool has_room = heads.has_room(at);
    return column.head == HeadTurn::Rotated || column.head == HeadTurn::Slanted ||
           (column.head == HeadTurn::Auto && heads.form >= turning && !has_room) ||
           (column.may_turn && heads.form == HeadForm::AllTurned && !has_room);
}

bool is_group_title(const doc::Grid& grid, const PartCell& part) {
    return grid.columns[part.column].has_groups && part.column_span == 1 &&
           part.cell->scope == HeaderScope::Row;
}

std::vector<PartCell> part_cells(const doc::Grid& grid, const std::vector<PartRow>& rows,
                                 const Heads& heads) {
    std::vector<PartCell> cells;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const std::size_t grid_row = rows[row].grid_row;
            const doc::Cell& cell = grid.cell_at(grid_row, column);
            const bool continues_above =
                row > 0 && &grid.cell_at(rows[row - 1].grid_row, column) == &cell;
            const bool continues_before =
                column > 0 && &grid.cell_at(grid_row, column - 1) == &cell;
            if (continues_above || continues_before) continue;
            cells.push_back({&cell, row, column, rows_of(grid, rows, row, column), cell.column_span,
                             grid.place_of(grid_row, column).row});
            if (cell.scope == HeaderScope::Column || cell.scope == HeaderScope::ColumnGroup)
                set_head(cells.back(), grid, heads);
            if (is_group_title(grid, cells.back()) && heads.form >= HeadForm::Groups &&
                !heads.has_room(column))
                cells.back().is_turned = true;
            if (rows[row].repeated && cell.continued_form)
                cells.back().cell = &*cell.continued_form;
        }
    }
    return cells;
}

std::vector<PartCell> all_cells(const doc::Grid& grid, const Heads& heads) {
    return part_cells(grid, all_rows(grid), heads);
}

}  // namespace broadside::layout
