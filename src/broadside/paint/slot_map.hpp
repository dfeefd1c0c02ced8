#pragma once

#include <cstddef>
#include <vector>

#include "broadside/placed/document.hpp"

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

}  // namespace broadside::paint
