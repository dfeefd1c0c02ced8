#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::resolve {

/// Fills a grid row by row and keeps its guarantee: every slot is a cell or covered by one.
class GridBuilder {
public:
    /// `rows`: at most, so that a large grid takes its room once.
    GridBuilder(std::vector<doc::Column> columns, std::size_t rows) {
        grid_.columns = std::move(columns);
        grid_.rows.reserve(rows);
        grid_.slots.reserve(rows * grid_.columns.size());
    }

    /// Adds a row of empty cells and returns its index.
    std::size_t add_row(doc::Row row) {
        doc::Cell empty;
        empty.band = row.band;
        grid_.slots.insert(grid_.slots.end(), grid_.columns.size(), empty);
        grid_.rows.push_back(std::move(row));
        return grid_.rows.size() - 1;
    }

    /// Sets a cell at its top start slot and covers the others of its spans, which have rows
    /// already.
    void set_cell(std::size_t row, std::size_t column, doc::Cell cell) {
        for (std::size_t r = row; r < row + cell.row_span; ++r) {
            for (std::size_t c = column; c < column + cell.column_span; ++c)
                grid_.slots[r * grid_.columns.size() + c] = doc::Covered{row, column};
        }
        grid_.slots[row * grid_.columns.size() + column] = std::move(cell);
    }

    const std::vector<doc::Column>& columns() const { return grid_.columns; }
    const std::vector<doc::Row>& rows() const { return grid_.rows; }

    doc::Grid finish() && { return std::move(grid_); }

private:
    doc::Grid grid_;
};

}  // namespace broadside::resolve
