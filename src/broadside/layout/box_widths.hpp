#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/content_widths.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// For boxes side by side. Of a table, a legend and a line with two ends: from nothing to
/// `available`.
ContentWidths box_widths(const doc::Box& box, Pt available, Typesetter& typesetter);

/// Of all gaps between so many that stand side by side.
constexpr Pt gaps_between(std::size_t count, Pt gap) {
    return gap * static_cast<double>(count == 0 ? 0 : count - 1);
}

/// How many of `count` tiles stand side by side, in so many rows.
std::size_t tiles_beside(std::size_t count, std::size_t rows);

/// How wide each column is that so many tiles stand in beside each other, for no line of them to be
/// broken.
std::vector<Pt> tile_columns(const doc::Tiles& tiles, std::size_t beside, Typesetter& typesetter);

/// All of these, with the gaps between them.
Pt tiles_width(const doc::Tiles& tiles, std::size_t beside, Typesetter& typesetter);

/// What the content of a box gives way to a rule at its start side.
Pt rule_room(const doc::Box& box, const Setting& setting);

Pt label_width(const doc::Labelled& item, Typesetter& typesetter);

/// A label's width and the gap beside it; nothing for no label.
Pt label_room(const doc::Labelled& item, Pt label_width, const Setting& setting);

/// The same for all boxes of the columns.
Pt widest_label(const doc::BalancedColumns& columns, Typesetter& typesetter);

/// No more columns than boxes, and at least one.
std::size_t column_count(const doc::BalancedColumns& columns);

}  // namespace broadside::layout
