#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/measured_text.hpp"

namespace broadside::layout {

/// Pieces of which some were joined, and where each begins among those it was made from.
struct JoinedPieces {
    std::vector<Piece> pieces;
    std::vector<std::size_t> first;  // one more than pieces: the last is the number of the original
};

/// Joins what only an `Emergency` parts, where the whole fits a line of `width`: a Korean word is
/// parted when it is wider than its line, and not to fill one.
JoinedPieces join_words(const std::vector<Piece>& pieces, Pt width);

}  // namespace broadside::layout
