#pragma once

#include "broadside/layout/content_widths.hpp"
#include "broadside/layout/galley.hpp"

namespace broadside::layout {

/// Sets the groups of a legend and answers how high they are.
Pt pack_legend(const doc::LegendPacking& legend, const Frame& frame, Galley& galley);

/// At least its groups below each other, at most all entries on one line.
ContentWidths legend_widths(const doc::LegendPacking& legend, Typesetter& typesetter);

}  // namespace broadside::layout
