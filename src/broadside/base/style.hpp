#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/font_face.hpp"
#include "broadside/base/meaning.hpp"
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

/// What is around the cells that have a fill.
struct FillRim {
    Colour fill, rim;
    bool operator==(const FillRim&) const = default;
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
    std::vector<BandStyle> bands;
    std::vector<FillRim> rims = {};  // around cells, where one of the fills is hardly seen
    bool operator==(const TableStyle&) const = default;
};

/// What a cell's fill has around it, to be seen on a row, in a band or an emphasised column of the
/// same colour, or on paper that is nearly as light; nothing: it is seen without.
inline std::optional<Colour> rim_of_fill(Colour fill, const RowFacts& row, int band,
                                         bool is_in_emphasis, const TableStyle& style) {
    if (band != kNoBand) {
        const BandStyle& below = style.bands[static_cast<std::size_t>(band)];
        if (fill == below.tint) return below.bar;
    } else if (((row.is_emphasised || is_in_emphasis) && fill == style.emphasis_fill) ||
               (row.is_striped && fill == style.stripe_fill)) {
        return style.strong_rule.colour;
    }
    for (const FillRim& own : style.rims)
        if (own.fill == fill) return own.rim;
    return std::nullopt;
}

/// The white space that figures get before a guide besides their cell's, of that.
inline constexpr double kRoomBeforeGuide = 0.75;

/// What is added to the white space of cells beside a guide.
struct GuideRoom {
    Pt start, end;
};

/// Of the cells before a guide: a figure or its mark does not touch the rule behind it. What stands
/// in the middle of its column, as symbols do, has the same white space at both sides.
constexpr GuideRoom room_before_guide(Pt padding, bool is_centred) {
    const Pt room = padding * kRoomBeforeGuide;
    return is_centred ? GuideRoom{room / 2, room / 2} : GuideRoom{Pt(0), room};
}

}  // namespace broadside
