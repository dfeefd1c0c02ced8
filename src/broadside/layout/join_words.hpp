#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/measured_text.hpp"

namespace broadside::layout {

/// Whether what a break parts stays together where it fits a line.
constexpr bool holds(text::Break place) {
    return place == text::Break::LastResort || place == text::Break::Emergency ||
           place == text::Break::Leaning;
}

/// Pieces of which some were joined, and where each begins among those it was made from.
struct JoinedPieces {
    std::vector<Piece> pieces;
    std::vector<std::size_t> first;  // one more than pieces: the last is the number of the original
};

/// Joins what holds together where the whole fits a line of `width`: a Korean word is parted when
/// it is wider than its line, and not to fill one. What does not fit is parted at its weakest
/// breaks, and each part is looked at again.
JoinedPieces join_words(const std::vector<Piece>& pieces, Pt width);

/// Everything joined but what leans on its neighbour.
std::vector<Piece> words_of(const std::vector<Piece>& pieces);

/// The same, but that words with a space between them are two, though they would stay on one line.
std::vector<Piece> single_words_of(const std::vector<Piece>& pieces);

}  // namespace broadside::layout
