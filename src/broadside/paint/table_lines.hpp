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

/// One band over consecutive rows and columns of a table.
struct BandArea {
    Rect rect;
    int band = -1;
};

/// The areas that bands tint, as few rectangles as possible: seams between rectangles show as
/// hairlines.
std::vector<BandArea> band_areas(const placed::Table& table);

/// The bars at the table's start edge, one for consecutive rows of one band.
std::vector<BandArea> band_bars(const placed::Table& table);

/// The rows that are striped; a merged cell is, wholly, as the first of its rows.
std::vector<Rect> stripe_areas(const placed::Table& table);

/// The rows that are emphasised, without cells that reach into others.
std::vector<Rect> emphasised_row_areas(const placed::Table& table);

/// The columns that stand out, each from its head, or from below one that leans, to the table's
/// foot.
std::vector<Rect> emphasised_areas(const placed::Table& table);

struct Segment {
    Point from, to;
};

/// Which rows a rule is between.
enum class Between { Names, RowsOfOneName };

/// Between body rows, except inside merged cells.
std::vector<Segment> row_segments(const placed::Table& table, Between between = Between::Names);

/// At both sides of merged cells; along all body rows where a third of them or more have one there.
std::vector<Segment> column_segments(const placed::Table& table);

/// Under header cells that stand over several columns.
std::vector<Segment> spanner_segments(const placed::Table& table);

/// At both sides of the columns that stand out.
std::vector<Segment> emphasis_segments(const placed::Table& table);

/// Behind every so many columns, from their titles on, where no cell lies across.
std::vector<Segment> guide_segments(const placed::Table& table);

/// Where guides meet bars of a schedule that show nothing, whose columns are counted by them.
std::vector<Segment> guide_marks(const placed::Table& table);

/// Under the header, above sums, at both sides of rows that stand out, and at the table's foot.
std::vector<Segment> strong_segments(const placed::Table& table);

}  // namespace broadside::paint
