#include "broadside/paint/table_shapes.hpp"

#include <algorithm>
#include <cstddef>

#include "broadside/paint/table_slots.hpp"

namespace broadside::paint {

namespace {

/// Rows of a kind, as far as their cells are their own.
template <typename IsOwn>
std::vector<Rect> row_areas(const placed::Table& table, bool placed::Row::*is_meant, IsOwn is_own) {
    const SlotMap slots(table);
    std::vector<Rect> areas;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!(table.rows[row].*is_meant)) continue;
        const auto is_own_at = [&](std::size_t column) {
            return is_own(table.cells[slots.at(row, column)]);
        };
        for (const SlotRange columns : stretches({0, slots.columns()}, is_own_at))
            areas.push_back(area(table, {row, row + 1}, columns));
    }
    return areas;
}

}  // namespace

std::vector<BandArea> band_areas(const placed::Table& table) {
    const SlotMap slots(table);
    const auto band = [&](std::size_t row, std::size_t column) {
        return table.cells[slots.at(row, column)].band;
    };
    const auto is_same_row = [&](std::size_t above, std::size_t row) {
        std::size_t column = 0;
        while (column < slots.columns() && band(above, column) == band(row, column)) ++column;
        return column == slots.columns();
    };
    std::vector<BandArea> areas;
    for (const SlotRange rows : runs(table.rows.size(), is_same_row)) {
        const auto is_same = [&](std::size_t before, std::size_t column) {
            return band(rows.first, before) == band(rows.first, column);
        };
        for (const SlotRange columns : runs(slots.columns(), is_same)) {
            const int tinted = band(rows.first, columns.first);
            if (tinted >= 0) areas.push_back({area(table, rows, columns), tinted});
        }
    }
    return areas;
}

std::vector<BandArea> band_bars(const placed::Table& table) {
    const auto is_same = [&](std::size_t above, std::size_t row) {
        return table.rows[above].band == table.rows[row].band;
    };
    std::vector<BandArea> bars;
    for (const SlotRange rows : runs(table.rows.size(), is_same)) {
        const int band = table.rows[rows.first].band;
        if (band < 0) continue;
        Rect rect = area(table, rows, all_columns(table));
        const Pt width = table.style.bands[static_cast<std::size_t>(band)].bar_width;
        if (table.direction == Direction::RightToLeft) rect.x = rect.right() - width;
        rect.width = width;
        bars.push_back({rect, band});
    }
    return bars;
}

std::vector<Rect> stripe_areas(const placed::Table& table) {
    std::vector<Rect> areas = row_areas(table, &placed::Row::is_striped,
                                        [](const auto& cell) { return cell.row_span == 1; });
    for (const placed::Cell& cell : table.cells) {
        if (cell.row_span > 1 && table.rows[cell.row].is_striped)
            areas.push_back(area(table, {cell.row, cell.row + cell.row_span},
                                 {cell.column, cell.column + cell.column_span}));
    }
    return areas;
}

std::vector<Rect> emphasised_row_areas(const placed::Table& table) {
    return row_areas(table, &placed::Row::is_emphasised, [&](const placed::Cell& cell) {
        const auto first = table.rows.begin() + static_cast<std::ptrdiff_t>(cell.row);
        return std::all_of(first, first + static_cast<std::ptrdiff_t>(cell.row_span),
                           [](const placed::Row& row) { return row.is_emphasised; });
    });
}

std::vector<Rect> emphasised_areas(const placed::Table& table) {
    const SlotMap slots(table);
    std::vector<Rect> areas;
    for (const std::size_t column : table.emphasised) {
        const auto is_own = [&](std::size_t row) {
            return is_open_at(slots, row, column) && is_open_at(slots, row, column + 1);
        };
        const SlotRange rows{first_emphasised_row(table, column), table.rows.size()};
        for (const SlotRange own : stretches(rows, is_own))
            areas.push_back(area(table, own, {column, column + 1}));
    }
    return areas;
}

}  // namespace broadside::paint
