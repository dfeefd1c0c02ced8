#pragma once

#include <cstddef>
#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// From `top` to `bottom` of what is set, the full width of it.
struct Strip {
    Pt top, bottom;
    bool operator==(const Strip&) const = default;
};

/// What pages part nowhere inside, from top to bottom: lines, symbols and tables, those side by
/// side together. The first two lines of a paragraph stay together, and the last two, and a heading
/// with what follows.
std::vector<Strip> strips_of(const std::vector<placed::Item>& items);

/// One past the last of the strips from `first` on that have `room` below each other.
std::size_t end_of_strips(const std::vector<Strip>& strips, std::size_t first, Pt room);

/// What stands in a strip, moved by (`dx`, `dy`). An item of a list that began above is no target
/// of links.
std::vector<placed::Item> cut_out(const std::vector<placed::Item>& items, const Strip& strip, Pt dx,
                                  Pt dy);

}  // namespace broadside::layout
