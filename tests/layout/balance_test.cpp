#include "broadside/layout/balance.hpp"

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using testing::ElementsAre;

TEST(Balance, MakesTheHighestColumnLow) {
    // 10 + 10 + 10 against 30, not 10 + 10 against 10 + 30.
    EXPECT_THAT(balance({Pt(10), Pt(10), Pt(10), Pt(30)}, Pt(0), 2), ElementsAre(3, 1));
}

TEST(Balance, FillsEarlierColumnsFirst) {
    EXPECT_THAT(balance({Pt(10), Pt(10), Pt(10)}, Pt(0), 2), ElementsAre(2, 1));
}

TEST(Balance, CountsTheGaps) {
    // Without gaps, 10 10 10 | 25 is best; with gaps of 20 that column is 70 high.
    EXPECT_THAT(balance({Pt(10), Pt(10), Pt(10), Pt(25)}, Pt(20), 2), ElementsAre(2, 2));
}

TEST(Balance, LeavesColumnsEmptyWhenThereAreTooFewItems) {
    EXPECT_THAT(balance({Pt(10)}, Pt(2), 3), ElementsAre(1, 0, 0));
    EXPECT_THAT(balance({}, Pt(2), 2), ElementsAre(0, 0));
}

TEST(Balance, KeepsOneColumnWhole) {
    EXPECT_THAT(balance({Pt(10), Pt(20), Pt(30)}, Pt(2), 1), ElementsAre(3));
}

}  // namespace
}  // namespace broadside::layout
