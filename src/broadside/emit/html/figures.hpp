#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::emit {

/// A span whose text stands on an axis, in parts that stand from left to right.
struct FigureParts {
    std::string_view before;  // in a right-to-left page, what stands to the right of the number
    std::string_view head, tail;
    std::string_view after;  // the same to its left
};

FigureParts parts_of(const doc::Span& span, Direction direction);

/// What stands behind the axis of a column's figures. HTML has no alignment at a sign: every tail
/// is made as wide as the widest of its column.
struct FigureTails {
    bool lines_up = false;
    std::vector<std::string> longest;  // tails, the first of them longest

    bool empty() const { return longest.empty(); }
};

/// One a column.
std::vector<FigureTails> figure_tails(const doc::Grid& grid, Direction direction);

}  // namespace broadside::emit
