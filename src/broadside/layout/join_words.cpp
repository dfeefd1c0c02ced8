#include "broadside/layout/join_words.hpp"

namespace broadside::layout {

namespace {

/// One past the last piece of the word that begins at `first`.
std::size_t end_of_word(const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t end = first + 1;
    while (end < pieces.size() && pieces[end - 1].break_after == text::Break::Emergency) ++end;
    return end;
}

Piece joined(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
    Piece word = pieces[last - 1];
    word.first = pieces[first].first;
    for (std::size_t i = first; i + 1 < last; ++i) word.width += pieces[i].width + pieces[i].space;
    return word;
}

}  // namespace

JoinedPieces join_words(const std::vector<Piece>& pieces, Pt width) {
    JoinedPieces result;
    for (std::size_t first = 0, last = 0; first < pieces.size(); first = last) {
        last = end_of_word(pieces, first);
        Piece word = joined(pieces, first, last);
        if (fits(word.width + word.hyphen, width)) {
            result.pieces.push_back(word);
            result.first.push_back(first);
            continue;
        }
        for (std::size_t i = first; i < last; ++i) {
            result.pieces.push_back(pieces[i]);
            result.first.push_back(i);
        }
    }
    result.first.push_back(pieces.size());
    return result;
}

}  // namespace broadside::layout
