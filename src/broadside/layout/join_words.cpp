#include "broadside/layout/join_words.hpp"

#include <limits>
#include <utility>

namespace broadside::layout {

namespace {

using text::Break;

/// From the weakest hold to the strongest.
constexpr Break kHolds[] = {Break::Leaning, Break::Emergency, Break::LastResort};

class Joiner {
public:
    Joiner(const std::vector<Piece>& pieces, Pt width) : pieces_(pieces), width_(width) {}

    JoinedPieces join() && {
        for (std::size_t first = 0, last = 0; first < pieces_.size(); first = last) {
            last = first + 1;
            while (last < pieces_.size() && holds(pieces_[last - 1].break_after)) ++last;
            join(first, last, 0);
        }
        result_.first.push_back(pieces_.size());
        return std::move(result_);
    }

private:
    /// Pieces [first, last), in which breaks weaker than `kHolds[hold]` are parted already.
    void join(std::size_t first, std::size_t last, std::size_t hold) {
        const Piece whole = joined(first, last);
        if (last - first == 1 || fits(whole.width + whole.hyphen, width_)) {
            result_.pieces.push_back(whole);
            result_.first.push_back(first);
            return;
        }
        for (std::size_t begin = first, end = first; begin < last; begin = end) {
            end = begin + 1;
            while (end < last && pieces_[end - 1].break_after != kHolds[hold]) ++end;
            join(begin, end, hold + 1);
        }
    }

    Piece joined(std::size_t first, std::size_t last) const {
        Piece word = pieces_[last - 1];
        word.first = pieces_[first].first;
        for (std::size_t i = first; i + 1 < last; ++i)
            word.width += pieces_[i].width + pieces_[i].space;
        return word;
    }

    const std::vector<Piece>& pieces_;
    Pt width_;
    JoinedPieces result_;
};

bool is_loose(const Piece& piece) {
    return piece.break_after == Break::Leaning ||
           (piece.parts_address && piece.break_after == Break::Emergency);
}

/// Everything joined but what may be apart.
template <typename IsApart>
std::vector<Piece> joined_but(std::vector<Piece> pieces, IsApart is_apart) {
    for (Piece& piece : pieces)
        if (holds(piece.break_after) && is_apart(piece)) piece.break_after = Break::Allowed;
    return join_words(pieces, Pt(std::numeric_limits<double>::infinity())).pieces;
}

}  // namespace

JoinedPieces join_words(const std::vector<Piece>& pieces, Pt width) {
    return Joiner(pieces, width).join();
}

std::vector<Piece> words_of(const std::vector<Piece>& pieces) {
    return joined_but(pieces, is_loose);
}

std::vector<Piece> single_words_of(const std::vector<Piece>& pieces) {
    return joined_but(pieces,
                      [](const Piece& piece) { return is_loose(piece) || piece.space > Pt(0); });
}

}  // namespace broadside::layout
