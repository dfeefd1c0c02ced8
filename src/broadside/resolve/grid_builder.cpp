#include "broadside/resolve/grid_builder.hpp"

namespace broadside::resolve {

std::size_t GridBuilder::add_row(doc::Row row) {
    doc::Cell empty;
    empty.band = row.band;
    grid_.slots.insert(grid_.slots.end(), grid_.columns.size(), empty);
    grid_.rows.push_back(std::move(row));
    return grid_.rows.size() - 1;
}

void GridBuilder::set_cell(std::size_t row, std::size_t column, doc::Cell cell) {
    for (std::size_t r = row; r < row + cell.row_span; ++r) {
        for (std::size_t c = column; c < column + cell.column_span; ++c) {
            grid_.slots[r * grid_.columns.size() + c] = doc::Covered{row, column};
        }
    }
    grid_.slots[row * grid_.columns.size() + column] = std::move(cell);
}

}  // namespace broadside::resolve
