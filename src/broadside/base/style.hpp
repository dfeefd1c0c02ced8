#pragma once

#include <string>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/font_face.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/units.hpp"

namespace broadside {

/// How a span of text is set. Sizes are nominal: `layout` may scale them all by one factor to fit a
/// page.
struct TextStyle {
    Sparse<std::string> family;
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
    Pt size{8};
    double line_height = 1.25;  // distance of baselines, as a multiple of `size`
    Colour colour;
    bool operator==(const TextStyle&) const = default;
};

/// A printed line. A width of 0 means none.
struct RuleStyle {
    Pt width;
    Colour colour;
    bool operator==(const RuleStyle&) const = default;
};

/// A recommendation band survives black-and-white: the tint is joined by a solid bar at the start
/// edge.
struct BandStyle {
    Colour tint;
    Colour bar;
    Pt bar_width;
    bool operator==(const BandStyle&) const = default;
};

/// The look of a table; `layout` reads the lengths and never the colours.
struct TableStyle {
    Pt padding_x;  // between a cell's edge and its content, on each side
    Pt padding_y;
    Pt fill_gap = {};       // above and below the fill of a cell
    RuleStyle row_rule;     // between rows
    RuleStyle column_rule;  // at both sides of merged columns
    RuleStyle guide_rule;   // behind columns that are counted by
    RuleStyle strong_rule;  // under the header and at the table's foot
    Colour section_fill;
    Colour stripe_fill;
    Colour emphasis_fill;
    Colour paper;  // seen between filled cells
    std::vector<BandStyle> bands;
    bool operator==(const TableStyle&) const = default;
};

}  // namespace broadside
