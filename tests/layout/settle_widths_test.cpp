#include "broadside/layout/settle_widths.hpp"

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using ::testing::ElementsAre;

const HeightOf kAlwaysAsHigh = [](const std::vector<Pt>&) { return Pt(1); };

std::vector<ColumnDemand> columns(std::size_t count) {
    return std::vector<ColumnDemand>(count, {Fraction{1}, Pt(10), Pt(200)});
}

TEST(SettleWidths, MakesColumnsOfAScaleEquallyWide) {
    EXPECT_THAT(settle_widths(columns(3), {}, {{0, 2}}, {Pt(20), Pt(40), Pt(50)}, kAlwaysAsHigh),
                ElementsAre(Pt(30), Pt(30), Pt(50)));
}

TEST(SettleWidths, TakesWhatAScaleNeedsFromOthers) {
    // A cell over the last two columns keeps its line in 70 only.
    const HeightOf height = [](const std::vector<Pt>& widths) {
        return widths[1] + widths[2] < Pt(70) ? Pt(2) : Pt(1);
    };
    EXPECT_THAT(settle_widths(columns(4), {{1, 2, Pt(10)}}, {{0, 3}},
                              {Pt(20), Pt(30), Pt(40), Pt(80)}, height),
                ElementsAre(Pt(35), Pt(35), Pt(35), Pt(65)));
}

TEST(SettleWidths, BreaksNoLinesForAScale) {
    std::vector<ColumnDemand> demands = columns(3);
    demands[1].unbroken = Pt(40);
    EXPECT_THAT(settle_widths(demands, {}, {{0, 2}}, {Pt(20), Pt(40), Pt(50)}, kAlwaysAsHigh),
                ElementsAre(Pt(20), Pt(40), Pt(50)));
    EXPECT_THAT(settle_widths(demands, {}, {{0, 2}}, {Pt(20), Pt(38), Pt(50)}, kAlwaysAsHigh),
                ElementsAre(Pt(29), Pt(29), Pt(50)))
        << "they are broken already";
}

TEST(SettleWidths, TakesWhiteSpaceForLinesThatAreBroken) {
    std::vector<ColumnDemand> demands = columns(3);
    demands[0].unbroken = Pt(40);
    demands[1].unbroken = demands[2].unbroken = Pt(20);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(31), Pt(29), Pt(29)}, kAlwaysAsHigh),
                ElementsAre(Pt(40), Pt(24.5), Pt(24.5)));
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(21), Pt(29), Pt(29)}, kAlwaysAsHigh),
                ElementsAre(Pt(21), Pt(29), Pt(29)))
        << "not enough to make it whole";
}

TEST(SettleWidths, LeavesWhatWouldBeHigher) {
    const HeightOf height = [](const std::vector<Pt>& widths) { return Pt(100) - widths[1]; };
    EXPECT_THAT(settle_widths(columns(2), {}, {{0, 2}}, {Pt(20), Pt(40)}, height),
                ElementsAre(Pt(20), Pt(40)));
}

TEST(SettleWidths, KeepsAllHeadsWholeOrThoseThatLackLittle) {
    std::vector<ColumnDemand> demands = columns(3);
    demands[0].whole_words = demands[1].whole_words = Pt(45);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(80)}, kAlwaysAsHigh),
                ElementsAre(Pt(45), Pt(45), Pt(70)));
    demands[1].whole_words = Pt(60);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(15)}, kAlwaysAsHigh),
                ElementsAre(Pt(45), Pt(35), Pt(15)))
        << "from one that is hyphenated whatever is tried";
    demands[0].has_seams = true;
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(15)}, kAlwaysAsHigh),
                ElementsAre(Pt(40), Pt(40), Pt(15)))
        << "it is broken where its author would have it";
}

TEST(SettleWidths, TakesNothingFromAColumnThatIsToBeAsWideAsItsLines) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[0].head = Pt(45);
    demands[1] = {MaxContent{}, Pt(10), Pt(60)};
    demands[1].is_given = true;
    const HeightOf height = [](const std::vector<Pt>& widths) {
        return widths[0] < Pt(45) ? Pt(12) : Pt(10);
    };
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(60)}, height),
                ElementsAre(Pt(40), Pt(60)));
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(66)}, height),
                ElementsAre(Pt(45), Pt(61)));
}

TEST(SettleWidths, LeavesABrokenHeadWhatItsLinesTake) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[0].rule = FitContent{Pt(100)};
    demands[0].head = Pt(90);
    demands[0].head_in_two = Pt(54);
    demands[0].unbroken = Pt(20);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(70), Pt(80)}, kAlwaysAsHigh),
                ElementsAre(Pt(54), Pt(96)))
        << "two lines of it, and the rest to the column that shares";
    const HeightOf three_lines = [](const std::vector<Pt>& widths) {
        return widths[0] < Pt(60) ? Pt(3) : Pt(2);
    };
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(70), Pt(80)}, three_lines),
                ElementsAre(Pt(70), Pt(80)));
    demands[0].head_in_two = Pt(75);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(70), Pt(80)}, kAlwaysAsHigh),
                ElementsAre(Pt(20), Pt(130)))
        << "it stands in three anyway";
}

TEST(SettleWidths, LevelsColumnsUnderOneSpannerAndTheirHeads) {
    std::vector<ColumnDemand> demands(4, {FitContent{}, Pt(10), Pt(60)});
    demands.back() = columns(1).front();
    for (std::size_t i = 0; i < 3; ++i) {
        demands[i].spanner = demands[i].group = 1;
        demands[i].head = demands[i].unbroken = Pt(40);
    }
    demands[2].head = Pt(46);
    const auto settled = [&](Pt first, const HeightOf& height_of) {
        return settle_widths(demands, {}, {}, {first, Pt(44), Pt(40), Pt(90)}, height_of);
    };
    EXPECT_THAT(settled(Pt(40), kAlwaysAsHigh), ElementsAre(Pt(46), Pt(46), Pt(46), Pt(76)));
    const auto with_texts_of = [](Pt least) -> HeightOf {
        return [=](const std::vector<Pt>& widths) { return widths[3] < least ? Pt(2) : Pt(1); };
    };
    EXPECT_THAT(settled(Pt(40), with_texts_of(Pt(80))),
                ElementsAre(Pt(44), Pt(44), Pt(44), Pt(82)));
    EXPECT_THAT(settled(Pt(30), kAlwaysAsHigh)[0], Pt(30)) << "they are not nearly alike";
    demands[3].unbroken = Pt(85);
    EXPECT_THAT(settled(Pt(40), kAlwaysAsHigh)[0], Pt(40)) << "a line would be broken for it";
    demands[3].unbroken = Pt(200);
    demands[1].is_given = true;
    EXPECT_EQ(settled(Pt(40), kAlwaysAsHigh)[1], Pt(44));
}

TEST(SettleWidths, LevelsColumnsInARowOfOneShareThatTheLayoutGives) {
    std::vector<ColumnDemand> demands = columns(4);
    for (std::size_t i = 1; i < 4; ++i) {
        demands[i].is_given = demands[i].is_one_of_row = true;
        demands[i].group = 2;
        demands[i].unbroken = demands[i].max_content = Pt(50);
    }
    const auto settled = [&](Pt last) {
        return settle_widths(demands, {}, {}, {Pt(80), Pt(60), Pt(58), last}, kAlwaysAsHigh);
    };
    EXPECT_THAT(settled(Pt(56)), ElementsAre(Pt(80), Pt(58), Pt(58), Pt(58)));
    EXPECT_EQ(settled(Pt(36))[3], Pt(36)) << "much narrower";
    demands[1].unbroken = Pt(60);
    EXPECT_THAT(settled(Pt(56)), ElementsAre(Pt(74), Pt(60), Pt(60), Pt(60)));
    for (std::size_t i = 1; i < 4; ++i) demands[i].is_one_of_row = false;
    EXPECT_EQ(settled(Pt(56))[3], Pt(56));
}

TEST(SettleWidths, KeepsTitlesOfRowsWholeBeforeColumnsShareWhiteSpace) {
    std::vector<ColumnDemand> demands = columns(3);
    demands[0].rule = FitContent{Pt(40)};
    demands[0].has_titles = demands[0].has_names = true;
    demands[0].unbroken = demands[0].mostly_unbroken = Pt(60);
    for (std::size_t i = 1; i < 3; ++i) {
        demands[i].group = 2;
        demands[i].unbroken = Pt(60);
    }
    const HeightOf lower_with_whole_titles = [](const std::vector<Pt>& widths) {
        return Pt(widths[0] < Pt(60) ? 20 : 10);
    };
    const auto settled = [&](const HeightOf& height_of) {
        return settle_widths(demands, {}, {}, {Pt(40), Pt(80), Pt(80)}, height_of);
    };
    EXPECT_THAT(settled(lower_with_whole_titles), ElementsAre(Pt(60), Pt(70), Pt(70)));
    EXPECT_THAT(settled(kAlwaysAsHigh), ElementsAre(Pt(40), Pt(80), Pt(80)));
    demands[1].unbroken = Pt(75);
    EXPECT_THAT(settled(lower_with_whole_titles), ElementsAre(Pt(40), Pt(80), Pt(80)));
    demands[1].unbroken = Pt(60);
    demands[0].is_given = true;
    EXPECT_THAT(settled(lower_with_whole_titles), ElementsAre(Pt(40), Pt(80), Pt(80)));
}

TEST(SettleWidths, KeepsNamesWholeWhereThatCostsNoHeight) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[0].has_names = true;
    demands[0].unbroken = Pt(60);
    demands[0].mostly_unbroken = Pt(50);
    const auto with_texts_of = [](Pt least) -> HeightOf {
        return [=](const std::vector<Pt>& widths) { return widths[1] < least ? Pt(2) : Pt(1); };
    };
    const auto names_beside = [&](Pt least) {
        return settle_widths(demands, {}, {}, {Pt(40), Pt(80)}, with_texts_of(least)).front();
    };
    EXPECT_EQ(names_beside(Pt(60)), Pt(60));
    EXPECT_EQ(names_beside(Pt(70)), Pt(50)) << "most of them";
    EXPECT_EQ(names_beside(Pt(80)), Pt(40));
}

TEST(SettleWidths, SetsAllHeadsOnOneLineWhereNoOtherLineIsBrokenForThat) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[0].head = Pt(45);
    const auto with_words_of = [](Pt words) -> HeightOf {
        return [=](const std::vector<Pt>& widths) {
            return Pt((widths[0] < Pt(45) ? 20 : 10) + (widths[1] < words ? 20 : 10));
        };
    };
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(80)}, with_words_of(Pt(70))),
                ElementsAre(Pt(45), Pt(75)));
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(80)}, with_words_of(Pt(78))),
                ElementsAre(Pt(40), Pt(80)));
    demands[1].head = Pt(100);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(80)}, with_words_of(Pt(70))),
                ElementsAre(Pt(40), Pt(80)));
}

TEST(SettleWidths, SharesWhatOnlyHeadsTakeWhereTheyMayBeBroken) {
    std::vector<ColumnDemand> demands(3, {FitContent{}, Pt(10), Pt(40)});
    for (ColumnDemand& demand : demands) demand.unbroken = Pt(40);
    demands[2].head = Pt(100);
    const auto header_of = [](Pt lines) -> HeightOf {
        return [=](const std::vector<Pt>& widths) { return widths[2] < Pt(100) ? lines : Pt(20); };
    };
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(100)}, header_of(Pt(20))),
                ElementsAre(Pt(60), Pt(60), Pt(60)));
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(100)}, header_of(Pt(30))),
                ElementsAre(Pt(40), Pt(40), Pt(100)));
    demands[2].is_given = true;
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(40), Pt(40), Pt(100)}, header_of(Pt(20))),
                ElementsAre(Pt(40), Pt(40), Pt(100)));
}

TEST(SettleWidths, LeavesWhatTheLayoutFixesAndWhatIsAlike) {
    std::vector<ColumnDemand> demands = columns(3);
    demands[0].whole_words = Pt(45);
    demands[0].rule = FixedWidth{Pt(40)};
    const std::vector<Pt> widths{Pt(40), Pt(40), Pt(80)};
    EXPECT_EQ(settle_widths(demands, {}, {}, widths, kAlwaysAsHigh), widths);
    demands[0].rule = Fraction{1};
    EXPECT_NE(settle_widths(demands, {}, {}, widths, kAlwaysAsHigh), widths);
    demands[0].group = demands[1].group = 1;
    EXPECT_EQ(settle_widths(demands, {}, {}, widths, kAlwaysAsHigh), widths);
    EXPECT_EQ(settle_widths(demands, {}, {{0, 2}}, widths, kAlwaysAsHigh), widths);
}

TEST(SettleWidths, GivesTextsWhatBrokenLinesLeaveWhereThatMakesThemWhole) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[0].rule = FitContent{Pt(90)};
    demands[1].rule = AutoWidth{};
    demands[1].max_content = Pt(60);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(90), Pt(40)}, kAlwaysAsHigh),
                ElementsAre(Pt(70), Pt(60)));
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(29), Pt(40)}, kAlwaysAsHigh),
                ElementsAre(Pt(29), Pt(40)))
        << "not enough for that";
    demands[0].max_content = Pt(90);
    EXPECT_THAT(settle_widths(demands, {}, {}, {Pt(90), Pt(40)}, kAlwaysAsHigh),
                ElementsAre(Pt(90), Pt(40)))
        << "no line of it is broken";
}

TEST(SettleWidths, BreaksNoHeadForAScale) {
    std::vector<ColumnDemand> demands = columns(2);
    demands[1].whole_words = Pt(38);
    EXPECT_THAT(settle_widths(demands, {}, {{0, 2}}, {Pt(20), Pt(40)}, kAlwaysAsHigh),
                ElementsAre(Pt(20), Pt(40)));
}

}  // namespace
}  // namespace broadside::layout
