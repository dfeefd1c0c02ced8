#pragma once

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

/// What stands at the axis of a column's figures. HTML has no alignment at a sign: every figure has
/// as much room as the longest of its column needs, at its right where figures end at the right; at
/// its left where they do there, as in pages from right to left; at both in the middle. A number is
/// one text all the same: to browsers that tell of it, a box inside it would part it in two words.
struct FigureTails {
    bool lines_up = false;
    std::string room = {};                 // all that is in any tail; empty: they are not alike
    std::string room_before = {};          // of figures in the middle or at the left, of any head
    std::vector<std::string> behind = {};  // what stands behind the figures, the longest first
    std::string behind_most = {};          // what is left behind the end of most figures

    /// What a paragraph's figures leave of the rooms, behind words as much as most figures do.
    std::string left_before(const doc::Paragraph& paragraph, Direction direction) const;
    std::string left_behind(const doc::Paragraph& paragraph, Direction direction) const;
};

/// One a column.
std::vector<FigureTails> figure_tails(const doc::Grid& grid, Direction direction);

}  // namespace broadside::emit
