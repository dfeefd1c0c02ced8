#include "broadside/paint/table_slots.hpp"

namespace broadside::paint {

ColumnSide side_of(const placed::Table& table, std::size_t column) {
    const auto head =
        std::find_if(table.cells.begin(), table.cells.end(), [column](const placed::Cell& cell) {
            return cell.scope == HeaderScope::Column && cell.column == column;
        });
    if (head == table.cells.end()) return {};
    if (head->is_slanted) return {head->row + head->row_span, &*head};
    return {head->row, nullptr};
}

std::size_t first_emphasised_row(const placed::Table& table, std::size_t column) {
    std::size_t first = side_of(table, column).first_row;
    const auto is_above = [&](const placed::Cell& cell) {
        return cell.scope == HeaderScope::ColumnGroup && cell.column == column &&
               cell.column_span == 1 && cell.row + cell.row_span == first;
    };
    for (auto cell = table.cells.begin(); cell != table.cells.end();) {
        cell = std::find_if(table.cells.begin(), table.cells.end(), is_above);
        if (cell != table.cells.end()) first = cell->row;
    }
    return first;
}

}  // namespace broadside::paint
