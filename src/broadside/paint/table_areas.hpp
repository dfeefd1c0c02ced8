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

/// The rows that are striped; a merged cell is, wholly, as the first of its rows.
std::vector<Rect> stripe_areas(const placed::Table& table);

/// The rows that are emphasised, without cells that reach into others.
std::vector<Rect> emphasised_row_areas(const placed::Table& table);

/// The columns that stand out, each from its head, or from below one that leans, to the table's
/// foot.
std::vector<Rect> emphasised_areas(const placed::Table& table);

}  // namespace broadside::paint
