#pragma once

#include <algorithm>

namespace broadside {

/// Reverses every sequence of what reaches one bidirectional level: a step of rule L2 of the
/// Unicode Bidirectional Algorithm (UAX #9). From the highest level down to 1 the steps bring a
/// line into visual order, from 1 up to the highest back into logical order.
template <typename Items, typename Reaches>
void reverse_level(Items& items, Reaches reaches) {
    for (auto begin = items.begin(); begin != items.end();) {
        begin = std::find_if(begin, items.end(), reaches);
        const auto end = std::find_if_not(begin, items.end(), reaches);
        std::reverse(begin, end);
        begin = end;
    }
}

}  // namespace broadside
