#pragma once

#include "broadside/layout/galley.hpp"

namespace broadside::layout {

/// Sets the groups of a legend and answers how high they are.
Pt pack_legend(const doc::LegendPacking& legend, const Frame& frame, Galley& galley);

}  // namespace broadside::layout
