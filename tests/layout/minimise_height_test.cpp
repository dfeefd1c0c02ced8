#include "broadside/layout/minimise_height.hpp"

#include <algorithm>

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using testing::DoubleNear;

ColumnDemand between(WidthRule rule, double min, double max) { return {rule, Pt(min), Pt(max)}; }

/// A column with `area` of text is as high as its width makes it.
HeightOf height_of_areas(std::vector<double> areas) {
    return [areas = std::move(areas)](const std::vector<Pt>& widths) {
        Pt highest;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            highest = std::max(highest, Pt(areas[i] / widths[i].value));
        }
        return highest;
    };
}

TEST(MinimiseHeight, GivesWidthToTheColumnThatNeedsIt) {
    const std::vector<ColumnDemand> columns{between(Fraction{1}, 10, 200),
                                            between(Fraction{1}, 10, 200)};
    const HeightOf height = height_of_areas({1000, 3000});
    const std::vector<Pt> widths = minimise_height(columns, {}, {Pt(50), Pt(50)}, height);
    EXPECT_LT(height(widths), Pt(42));  // 60 with equal widths, 40 at best
    EXPECT_THAT((widths[0] + widths[1]).value, DoubleNear(100, 1e-9));
}

TEST(MinimiseHeight, LeavesFixedColumnsAndLeastWidthsAlone) {
    const std::vector<ColumnDemand> columns{between(FixedWidth{Pt(50)}, 10, 200),
                                            between(Fraction{1}, 48, 200),
                                            between(Fraction{1}, 10, 200)};
    const HeightOf height = height_of_areas({1, 1, 9000});
    const auto widths = minimise_height(columns, {}, {Pt(50), Pt(50), Pt(50)}, height);
    EXPECT_EQ(widths[0], Pt(50));
    EXPECT_GE(widths[1], Pt(48));
}

TEST(MinimiseHeight, LeavesWhatTheLayoutWantsAsWideAsItsContent) {
    std::vector<ColumnDemand> columns{between(MaxContent{}, 10, 50), between(Fraction{1}, 10, 200)};
    const HeightOf height = height_of_areas({1, 9000});
    EXPECT_LT(minimise_height(columns, {}, {Pt(50), Pt(50)}, height)[0], Pt(50));
    columns[0].is_given = true;
    EXPECT_EQ(minimise_height(columns, {}, {Pt(50), Pt(50)}, height)[0], Pt(50));
}

TEST(MinimiseHeight, HyphenatesNoHeadToSaveLines) {
    std::vector<ColumnDemand> columns{between(Fraction{1}, 10, 50), between(Fraction{1}, 10, 200)};
    columns[0].whole_words = Pt(40);
    const HeightOf height = height_of_areas({1, 9000});
    EXPECT_GE(minimise_height(columns, {}, {Pt(50), Pt(50)}, height)[0], Pt(40));
    EXPECT_GE(minimise_height(columns, {}, {Pt(30), Pt(50)}, height)[0], Pt(30))
        << "where one already is, no more";
}

TEST(MinimiseHeight, TakesFromAColumnThatIsWiderThanItsContent) {
    const std::vector<ColumnDemand> columns{between(Fraction{1}, 20, 20),
                                            between(Fraction{1}, 10, 200)};
    const HeightOf height = height_of_areas({0, 3000});
    EXPECT_GT(minimise_height(columns, {}, {Pt(50), Pt(50)}, height)[1], Pt(75));
}

TEST(MinimiseHeight, KeepsTheRoomOfASpan) {
    const std::vector<ColumnDemand> columns(3, between(Fraction{1}, 10, 200));
    const std::vector<SpanDemand> spans{{0, 2, Pt(90)}};
    const auto widths =
        minimise_height(columns, spans, {Pt(50), Pt(50), Pt(50)}, height_of_areas({1, 1, 9000}));
    EXPECT_GE(widths[0] + widths[1], Pt(90));
}

TEST(MinimiseHeight, IsBounded) {
    int asked = 0;
    const std::vector<ColumnDemand> columns(40, between(Fraction{1}, 0, 200));
    minimise_height(columns, {}, std::vector<Pt>(40, Pt(100)),
                    [&](const std::vector<Pt>&) { return Pt(1000 - ++asked); });
    EXPECT_LE(asked, 100);
}

TEST(MinimiseHeight, KeepsColumnsOfOneGroupAlike) {
    std::vector<ColumnDemand> columns(4, between(Fraction{1}, 10, 400));
    for (std::size_t i = 1; i < columns.size(); ++i) columns[i].group = 1;
    columns[2].min_content = Pt(20);
    const std::vector<Pt> equal(4, Pt(50));
    const auto widths = minimise_height(columns, {}, equal, height_of_areas({9000, 1, 1, 1}));
    EXPECT_LT(widths[1], Pt(35)) << "what names need is taken from all of them";
    EXPECT_GE(widths[1], Pt(20)) << "down to the longest word of any";
    EXPECT_EQ(widths[1], widths[2]);
    EXPECT_EQ(widths[1], widths[3]);
    const auto wider = minimise_height(columns, {}, equal, height_of_areas({1, 1, 1, 9000}));
    EXPECT_EQ(wider[1], wider[2]);
    EXPECT_EQ(wider[1], wider[3]);
    EXPECT_GT(wider[3], Pt(55)) << "and what one needs is given to all";
}

TEST(MinimiseHeight, PartsPhrasesFromSentencesOfOneGroup) {
    std::vector<ColumnDemand> columns(2, between(Fraction{1}, 10, 400));
    for (ColumnDemand& column : columns) column.group = 1;
    columns[0].typical = Pt(100);
    const std::vector<Pt> equal(2, Pt(50));
    const auto widths = minimise_height(columns, {}, equal, height_of_areas({1000, 4000}));
    EXPECT_GT(widths[1], Pt(70));
}

TEST(MinimiseHeight, TakesFromAllWhereNoneHasEnough) {
    const std::vector<ColumnDemand> columns(4, between(Fraction{1}, 20, 400));
    // Lower than 40 only where the first is 100 wide.
    const auto widths =
        minimise_height(columns, {}, std::vector<Pt>(4, Pt(50)),
                        [](const auto& at) { return at[0] < Pt(100) ? Pt(40) : Pt(20); });
    EXPECT_GE(widths[0], Pt(100));
}

}  // namespace
}  // namespace broadside::layout
