#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "broadside/placed/document.hpp"

/// Placed documents for tests of what comes after layout.
namespace broadside::test {

/// One line, 12 high, of characters 10 wide.
inline placed::Text placed_text(double x, double y, const std::string& utf8) {
    placed::Run run;
    run.origin = {Pt(x), Pt(y + 9)};
    run.glyphs.size = Pt(10);
    run.glyphs.utf8 = utf8;
    const Pt width(10 * static_cast<double>(utf8.size()));
    placed::Text text;
    text.box = {Pt(x), Pt(y), width, Pt(12)};
    text.lines.push_back({Pt(y + 9), Pt(x), width, {std::move(run)}});
    return text;
}

inline placed::Symbol placed_symbol(double x, double y, std::string alt) {
    Drawing drawing;
    drawing.name = "box";
    return {{Pt(x), Pt(y), Pt(10), Pt(10)},
            std::make_shared<const Drawing>(std::move(drawing)),
            {},
            std::move(alt)};
}

struct CellSpan {
    std::size_t rows = 1, columns = 1;
};

/// Columns 100 wide and rows 20 high from (0, 0); cells are added in reading order and hold their
/// place in the grid as text: "0,1".
class PlacedTable {
public:
    PlacedTable(std::size_t columns, const std::vector<RowKind>& rows) {
        for (std::size_t i = 0; i <= columns; ++i) {
            table_.column_edges.push_back(Pt(100 * static_cast<double>(i)));
        }
        for (const RowKind kind : rows) {
            const Pt y(20 * static_cast<double>(table_.rows.size()));
            table_.rows.push_back({{kind, kNoBand, "", kind == RowKind::Section},
                                   y,
                                   Pt(20),
                                   false,
                                   table_.rows.size()});
        }
        table_.box = {Pt(0), Pt(0), table_.column_edges.back(),
                      Pt(20 * static_cast<double>(rows.size()))};
        table_.style.bands = {{{1, 1, 1}, {2, 2, 2}, Pt(3)}, {{4, 4, 4}, {5, 5, 5}, Pt(6)}};
    }

    PlacedTable& cell(std::size_t row, std::size_t column, int band = -1, CellSpan span = {}) {
        placed::Cell cell;
        cell.row = row;
        cell.column = column;
        cell.row_span = cell.grid_row_span = span.rows;
        cell.grid_row = row;
        cell.column_span = span.columns;
        cell.band = band;
        const Rect top = {table_.column_edges[column], table_.rows[row].y, Pt(100), Pt(20)};
        cell.box = {top.x, top.y, top.width * static_cast<double>(span.columns),
                    top.height * static_cast<double>(span.rows)};
        cell.content.push_back(placed_text(top.x.value, top.y.value,
                                           std::to_string(row) + "," + std::to_string(column)));
        table_.cells.push_back(std::move(cell));
        return *this;
    }

    /// Cells of one column each in what rows are left.
    PlacedTable& fill() {
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            for (std::size_t column = 0; column + 1 < table_.column_edges.size(); ++column) {
                cell(row, column);
            }
        }
        return *this;
    }

    /// The band of whole rows.
    PlacedTable& band(std::size_t row, int band) {
        table_.rows[row].band = band;
        for (placed::Cell& cell : table_.cells) {
            if (cell.row == row) cell.band = band;
        }
        return *this;
    }

    PlacedTable& right_to_left() {
        table_.direction = Direction::RightToLeft;
        for (Pt& edge : table_.column_edges) edge = table_.box.width - edge;
        for (placed::Cell& cell : table_.cells) cell.box.x = table_.box.width - cell.box.right();
        return *this;
    }

    placed::Table& operator*() { return table_; }
    placed::Table* operator->() { return &table_; }

private:
    placed::Table table_;
};

inline placed::Document placed_document(std::vector<placed::Item> items) {
    placed::Document document;
    document.metadata.title = "A title";
    document.metadata.language = "en";
    document.pages.push_back({{Pt(200), Pt(300)}, {255, 255, 255}, std::move(items)});
    return document;
}

}  // namespace broadside::test
