#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "broadside/base/units.hpp"
#include "broadside/doc/document.hpp"

namespace broadside::layout {

/// Height of the part that shows the grid's rows [first, last), with whatever is repeated above
/// them.
using PartHeight = std::function<Pt(std::size_t first, std::size_t last)>;

struct PartSearch {
    std::size_t first = 0;
    std::size_t expected =
        0;  // where to look first: a good guess saves work and changes nothing else
    Pt room;
    Pt page_room;                             // of a page with nothing above the part
    const std::vector<bool>* kept = nullptr;  // rows that no page begins with
};

/// True when a page may end before row `row`. A section bar stays with its first two rows where
/// half of `page_room` holds them, else with the first where all of it does, and a row with the
/// first under it where half of it does. So does the last row of a section with the one before it,
/// and a summary with what it sums up; no page ends inside the header.
bool may_break_before(const doc::Grid& grid, std::size_t row, Pt page_room,
                      const PartHeight& height);

/// The end of the longest part that starts at `first`, ends where a page may end, and is at most
/// `room` high. Equal to `first` when not even the shortest such part fits, which in all of
/// `page_room` is a row.
std::size_t part_end(const doc::Grid& grid, const PartSearch& search, const PartHeight& height);

}  // namespace broadside::layout
