#include "broadside/layout/balance.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

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

TEST(Balance, LeavesNoColumnEmptyThatThereAreItemsFor) {
    EXPECT_THAT(balance(std::vector<Pt>(4, Pt(20)), Pt(2), 3), ElementsAre(2, 1, 1));
    EXPECT_THAT(balance({Pt(60), Pt(10), Pt(10)}, Pt(2), 3), ElementsAre(1, 1, 1));
    EXPECT_THAT(balance({Pt(10), Pt(10)}, Pt(2), 3), ElementsAre(1, 1, 0));
}

/// The height of the highest column when the items are split before `second` and before `third`.
Pt highest(const std::vector<Pt>& heights, Pt gap, std::size_t second, std::size_t third) {
    Pt most;
    const std::size_t ends[] = {0, second, third, heights.size()};
    for (std::size_t column = 0; column < 3; ++column) {
        Pt height;
        for (std::size_t i = ends[column]; i < ends[column + 1]; ++i)
            height += (i > ends[column] ? gap : Pt(0)) + heights[i];
        most = std::max(most, height);
    }
    return most;
}

TEST(Balance, FindsTheLowestOfAllSplits) {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<Pt> heights(random() % 12);
        for (Pt& height : heights) height = Pt(static_cast<double>(1 + random() % 4) * 9.6);
        const Pt gap(static_cast<double>(random() % 3));
        Pt lowest = highest(heights, gap, 0, 0);
        for (std::size_t third = 0; third <= heights.size(); ++third) {
            for (std::size_t second = 0; second <= third; ++second)
                lowest = std::min(lowest, highest(heights, gap, second, third));
        }
        const std::vector<std::size_t> counts = balance(heights, gap, 3);
        EXPECT_EQ(counts[0] + counts[1] + counts[2], heights.size());
        EXPECT_TRUE(nearly(highest(heights, gap, counts[0], counts[0] + counts[1]), lowest));
    }
}

TEST(Balance, HoldsManyItemsWithoutTheirSums) {
    const std::vector<Pt> heights(100'000, Pt(10));
    EXPECT_THAT(balance(heights, Pt(1), 4), ElementsAre(25'000, 25'000, 25'000, 25'000));
}

}  // namespace
}  // namespace broadside::layout
