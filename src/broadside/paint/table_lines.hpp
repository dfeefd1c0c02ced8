#pragma once

#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::paint {

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

/// The rows that are striped, or emphasised, without cells that reach into others.
std::vector<Rect> row_areas(const placed::Table& table, bool placed::Row::*is_meant);

/// The columns that stand out, each from its head, or from below one that leans, to the table's
/// foot.
std::vector<Rect> emphasised_areas(const placed::Table& table);

struct Segment {
    Point from, to;
};

/// Between body rows, except inside merged cells.
std::vector<Segment> row_segments(const placed::Table& table);

/// At both sides of merged cells; along all body rows where a third of them or more have one there.
std::vector<Segment> column_segments(const placed::Table& table);

/// Under header cells that stand over several columns, as wide as their content may be; where the
/// first of these has more white space before what it holds than behind it, as one of figures may
/// have, from there on.
std::vector<Segment> spanner_segments(const placed::Table& table);

/// At both sides of the columns that stand out.
std::vector<Segment> emphasis_segments(const placed::Table& table);

/// Behind every so many columns, from their titles on, where no cell lies across.
std::vector<Segment> guide_segments(const placed::Table& table);

/// Under the header, above sums, at both sides of rows that stand out, and at the table's foot.
std::vector<Segment> strong_segments(const placed::Table& table);

}  // namespace broadside::paint
