#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// Spare height given away: to every body row and to every gap between blocks.
struct Spread {
    Pt per_row;
    Pt per_gap;
};

/// `Measure` finds the number of pages and what is left of the last one, and leaves tables out of
/// the pages.
enum class FlowMode { Measure, Place };

/// Blocks set one below the other, over as many pages as they need.
struct Flowed {
    std::vector<placed::Page> pages;
    Pt spare;                   // height left on the last page
    std::size_t body_rows = 0;  // of all tables
    std::size_t gaps = 0;       // between blocks of the last page
};

/// Overflows are reported to the typesetter.
Flowed flow(const doc::Document& document, Typesetter& typesetter, const Spread& spread,
            FlowMode mode);

}  // namespace broadside::layout
