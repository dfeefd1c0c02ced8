#include "broadside/layout/join_words.hpp"

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using testing::ElementsAre;
using text::Break;

/// Pieces of one cluster each: 10 pt wide, with a space of 1 pt.
std::vector<Piece> pieces_with(const std::vector<Break>& breaks) {
    std::vector<Piece> pieces;
    for (const Break break_after : breaks) {
        const auto at = static_cast<std::uint32_t>(pieces.size());
        Piece piece;
        piece.first = at;
        piece.last = at + 1;
        piece.width = Pt(10);
        piece.space = Pt(1);
        piece.break_after = break_after;
        pieces.push_back(piece);
    }
    return pieces;
}

TEST(JoinWords, JoinsWhatAnEmergencyParts) {
    const auto joined = join_words(
        pieces_with({Break::Allowed, Break::Emergency, Break::Emergency, Break::Mandatory}),
        Pt(32));
    EXPECT_THAT(joined.first, ElementsAre(0, 1, 4));
    EXPECT_EQ(joined.pieces[1].first, 1u);
    EXPECT_EQ(joined.pieces[1].last, 4u);
    EXPECT_EQ(joined.pieces[1].width, Pt(32));
    EXPECT_EQ(joined.pieces[1].space, Pt(1));
    EXPECT_EQ(joined.pieces[1].break_after, Break::Mandatory);
}

TEST(JoinWords, LeavesAWordThatIsWiderThanTheLine) {
    const auto joined =
        join_words(pieces_with({Break::Emergency, Break::Allowed, Break::Mandatory}), Pt(20));
    EXPECT_THAT(joined.first, ElementsAre(0, 1, 2, 3));
}

TEST(JoinWords, PartsAtTheWeakestHoldFirst) {
    const std::vector<Piece> pieces = pieces_with(
        {Break::Leaning, Break::LastResort, Break::Emergency, Break::LastResort, Break::Mandatory});
    EXPECT_THAT(join_words(pieces, Pt(54)).first, ElementsAre(0, 5));
    EXPECT_THAT(join_words(pieces, Pt(43)).first, ElementsAre(0, 1, 5));
    EXPECT_THAT(join_words(pieces, Pt(21)).first, ElementsAre(0, 1, 3, 5));
    EXPECT_THAT(join_words(pieces, Pt(20)).first, ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(JoinWords, TakesNoLeaningWordForAPartOfTheNext) {
    EXPECT_EQ(words_of(pieces_with({Break::Leaning, Break::Emergency, Break::Mandatory})).size(),
              2u);
}

TEST(JoinWords, LeavesOtherBreaksAlone) {
    const auto joined =
        join_words(pieces_with({Break::Allowed, Break::Hyphen, Break::Mandatory}), Pt(100));
    EXPECT_THAT(joined.first, ElementsAre(0, 1, 2, 3));
}

}  // namespace
}  // namespace broadside::layout
