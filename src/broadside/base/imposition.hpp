#pragma once

#include <cstddef>

#include "broadside/base/geometry.hpp"

namespace broadside {

/// From the cut to its mark, further than what printers trim unevenly, and the mark itself: where
/// a sheet has no room for a whole one, a shorter one still guides the knife.
inline constexpr Pt kCutMarkGap = millimetres(3), kCutMarkLength = millimetres(5),
                    kLeastCutMark = millimetres(2);

/// Cards of one size in columns and rows, in the middle of a sheet of paper.
///
/// Guarantees after loading: there is a card, and all of them fit on the sheet.
struct Imposition {
    Size sheet, card;
    std::size_t columns = 1, rows = 1;
    Pt gap = {};                // between cards
    bool has_cut_marks = true;  // outside the cards, where the sheet has room for them

    std::size_t cards() const { return columns * rows; }

    /// Of all cards, with the gaps between them.
    Size block() const {
        return {extent(columns, card.width, gap), extent(rows, card.height, gap)};
    }

    /// Beside the block, on either side, and above and below it.
    Size room() const {
        return {(sheet.width - block().width) / 2, (sheet.height - block().height) / 2};
    }

    static Pt extent(std::size_t count, Pt one, Pt gap) {
        return one * static_cast<double>(count) + gap * (static_cast<double>(count) - 1);
    }
};

}  // namespace broadside
