#pragma once

#include <algorithm>
#include <iterator>

namespace broadside {

/// Whether one of a range, which need not be sorted, is equal to the value.
template <typename Range, typename Value>
constexpr bool contains(const Range& range, const Value& value) {
    return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

}  // namespace broadside
