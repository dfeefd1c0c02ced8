#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "broadside/placed/document.hpp"

/// Where the rows, columns and cells of a placed table are.
namespace broadside::paint {

/// Index of the cell that covers each slot of a table, row by row.
class SlotMap {
public:
    explicit SlotMap(const placed::Table& table)
        : columns_(table.column_edges.size() - 1), slots_(table.rows.size() * columns_) {
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const placed::Cell& cell = table.cells[i];
            for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row) {
                for (std::size_t column = cell.column; column < cell.column + cell.column_span;
                     ++column) {
                    slots_[row * columns_ + column] = i;
                }
            }
        }
    }

    std::size_t columns() const { return columns_; }
    std::size_t at(std::size_t row, std::size_t column) const {
        return slots_[row * columns_ + column];
    }

private:
    std::size_t columns_;
    std::vector<std::size_t> slots_;
};

/// Rows or columns from `first` up to, not including, `last`.
struct SlotRange {
    std::size_t first = 0, last = 0;
};

inline SlotRange all_columns(const placed::Table& table) {
    return {0, table.column_edges.size() - 1};
}

/// Where these rows and columns meet.
inline Rect area(const placed::Table& table, SlotRange rows, SlotRange columns) {
    const Pt a = table.column_edges[columns.first];
    const Pt b = table.column_edges[columns.last];
    const placed::Row& last_row = table.rows[rows.last - 1];
    const Pt top = table.rows[rows.first].y;
    const Pt bottom = last_row.y + last_row.height;
    return {std::min(a, b), top, std::max(a, b) - std::min(a, b), bottom - top};
}

/// The stretches of `range` that are in.
template <typename IsIn>
std::vector<SlotRange> stretches(SlotRange range, IsIn is_in) {
    std::vector<SlotRange> found;
    for (std::size_t i = range.first; i < range.last; ++i) {
        if (!is_in(i)) continue;
        if (found.empty() || found.back().last != i) found.push_back({i, i});
        found.back().last = i + 1;
    }
    return found;
}

/// The stretches of the first `count` in which each is the same as the one before.
template <typename IsSame>
std::vector<SlotRange> runs(std::size_t count, IsSame is_same) {
    std::vector<SlotRange> found;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || !is_same(i - 1, i)) found.push_back({i, i});
        found.back().last = i + 1;
    }
    return found;
}

/// Whether no cell of the row lies across the edge before column `edge`; none does at the table's.
inline bool is_open_at(const SlotMap& slots, std::size_t row, std::size_t edge) {
    return edge == 0 || edge == slots.columns() || slots.at(row, edge - 1) != slots.at(row, edge);
}

/// A column from its title on, below the spanners; from below its title, where that leans.
struct ColumnSide {
    std::size_t first_row = 0;
    const placed::Cell* slanted_head = nullptr;
};

ColumnSide side_of(const placed::Table& table, std::size_t column);

/// The first row of a column that stands out: with the spanners that stand over it alone.
std::size_t first_emphasised_row(const placed::Table& table, std::size_t column);

}  // namespace broadside::paint
