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
};

/// True when a page may end before row `row`: a section bar stays with its first two rows, and no
/// page ends inside the header.
bool may_break_before(const doc::Grid& grid, std::size_t row);

/// The end of the longest part that starts at `first`, ends where a page may end, and is at most
/// `room` high. Equal to `first` when not even the shortest such part fits. `expected` is where the
/// search starts: a good guess saves work and changes nothing else.
std::size_t part_end(const doc::Grid& grid, const PartSearch& search, const PartHeight& height);

/// The end of the shortest part that starts at `first`, for when nothing fits.
std::size_t shortest_part_end(const doc::Grid& grid, std::size_t first);

}  // namespace broadside::layout
