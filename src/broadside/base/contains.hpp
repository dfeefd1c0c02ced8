#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace broadside {

/// Whether one of a range, which need not be sorted, is equal to the value.
template <typename Range, typename Value>
constexpr bool contains(const Range& range, const Value& value) {
    return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

/// The element of a list with this id, or null.
template <typename List>
const typename List::value_type* find_by_id(const List& list, std::string_view id) {
    for (const auto& element : list) {
        if (element.id == id) return &element;
    }
    return nullptr;
}

}  // namespace broadside
