#include "broadside/layout/solve_rows.hpp"

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using testing::ElementsAre;

TEST(SolveRows, TakesTheHighestCellOfEachRow) {
    EXPECT_THAT(solve_rows(2, {{0, 1, Pt(10)}, {0, 1, Pt(14)}, {1, 1, Pt(8)}}, Pt(0)),
                ElementsAre(Pt(14), Pt(8)));
}

TEST(SolveRows, SharesWhatASpanLacks) {
    EXPECT_THAT(solve_rows(2, {{0, 1, Pt(10)}, {1, 1, Pt(20)}, {0, 2, Pt(40)}}, Pt(0)),
                ElementsAre(Pt(15), Pt(25)));
}

TEST(SolveRows, LeavesRowsThatHoldASpanAsTheyAre) {
    EXPECT_THAT(solve_rows(2, {{0, 1, Pt(10)}, {1, 1, Pt(20)}, {0, 2, Pt(30)}}, Pt(0)),
                ElementsAre(Pt(10), Pt(20)));
}

TEST(SolveRows, ServesShortSpansFirst) {
    // The span of two makes both its rows 20 high; the one of three then lacks only 5.
    EXPECT_THAT(solve_rows(3, {{0, 3, Pt(45)}, {0, 2, Pt(40)}}, Pt(0)).front().value,
                testing::DoubleNear(20 + 5.0 / 3, 1e-9));
}

TEST(SolveRows, RoundsUpToTheQuantum) {
    EXPECT_THAT(solve_rows(3, {{0, 1, Pt(10.2)}, {1, 1, Pt(11)}, {2, 1, Pt(10.9)}}, Pt(1)),
                ElementsAre(Pt(11), Pt(11), Pt(11)));
}

TEST(SolveRows, KeepsRowsThatShareASpanOnTheQuantum) {
    EXPECT_THAT(solve_rows(2, {{0, 2, Pt(21)}}, Pt(2)), ElementsAre(Pt(12), Pt(12)));
}

TEST(SolveRows, GivesNoHeightToEmptyRows) {
    EXPECT_THAT(solve_rows(2, {{0, 1, Pt(10)}}, Pt(1)), ElementsAre(Pt(10), Pt(0)));
}

}  // namespace
}  // namespace broadside::layout
