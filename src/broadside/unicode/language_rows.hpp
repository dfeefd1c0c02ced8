#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "broadside/unicode/language_tag.hpp"

namespace broadside::unicode {

/// The row of the language or of the nearest parent that has one, in a table that is sorted by
/// `tag` and has one for "root". `suffix` is part of the tags.
template <typename Row, std::size_t size>
const Row& row_of_language(const Row (&rows)[size], std::string_view language,
                           std::string_view suffix = {}) {
    for (std::string_view tag = language;; tag = parent_of(tag)) {
        const std::string wanted = std::string(tag.empty() ? "root" : tag).append(suffix);
        const auto found = std::lower_bound(
            std::begin(rows), std::end(rows), wanted,
            [](const Row& row, const std::string& other) { return row.tag < other; });
        if ((found != std::end(rows) && found->tag == wanted) || tag.empty()) return *found;
    }
}

}  // namespace broadside::unicode
