#pragma once

#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::paint {

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

/// Under the header, above sums, at both sides of rows that stand out, and at the table's foot.
std::vector<Segment> strong_segments(const placed::Table& table);

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

}  // namespace broadside::paint
