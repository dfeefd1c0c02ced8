#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/whole_words.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace broadside::layout {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

ColumnDemand column(WidthRule rule, double min, double max) { return {rule, Pt(min), Pt(max)}; }

std::vector<double> widths_of(const std::vector<Pt>& lengths) {
    std::vector<double> values;
    for (const Pt length : lengths) values.push_back(length.value);
    return values;
}

std::vector<double> solved(std::vector<ColumnDemand> columns, double available,
                           const std::vector<SpanDemand>& spans = {}) {
    return widths_of(solve_columns(std::move(columns), spans, Pt(available)).widths);
}

std::vector<double> broken(std::vector<ColumnDemand> columns, double available,
                           std::vector<SpanDemand> spans = {}) {
    break_words(columns, spans, Pt(available));
    return solved(std::move(columns), available, spans);
}

ColumnDemand breakable(WidthRule rule, double min, double least) {
    return {rule, Pt(min), Pt(min), Pt(least)};
}

ColumnDemand by_content(double min, double typical, double max) {
    ColumnDemand demand = column(AutoWidth{}, min, max);
    demand.typical = Pt(typical);
    return demand;
}

TEST(SolveColumns, SharesEvenlyWhereEveryLineHasRoom) {
    EXPECT_THAT(
        solved({by_content(10, 20, 20), column(FixedWidth{Pt(40)}, 5, 5), by_content(10, 50, 90)},
               240),
        ElementsAre(DoubleNear(100, 0.01), 40, DoubleNear(100, 0.01)));
    EXPECT_THAT(solved({by_content(10, 20, 20), by_content(10, 50, 90)}, 130),
                ElementsAre(DoubleNear(40, 0.01), DoubleNear(90, 0.01)));
}

TEST(SolveColumns, GivesWhatIsLeftToColumnsWithoutAWidth) {
    ColumnDemand given = column(MaxContent{}, 10, 40);
    given.is_given = true;
    const ColumnDemand narrow = column(FitContent{Pt(80)}, 10, 20);
    const ColumnDemand wide = column(FitContent{Pt(80)}, 10, 60);
    EXPECT_THAT(solved({given, narrow, wide}, 200), ElementsAre(40, 40, 120));
    ColumnDemand limited = column(FitContent{Pt(50)}, 10, 40);
    limited.is_given = true;
    EXPECT_THAT(solved({limited, narrow, wide}, 190), ElementsAre(50, 35, 105));
    ColumnDemand other = column(MinContent{}, 10, 90);
    other.is_given = true;
    EXPECT_THAT(solved({given, other}, 200), ElementsAre(160, 40)) << "all have one";
}

TEST(SolveColumns, LevelsColumnsThatAreToLookAlike) {
    std::vector<ColumnDemand> columns{column(FitContent{Pt(80)}, 10, 60),
                                      column(FitContent{Pt(80)}, 10, 10),
                                      column(FitContent{Pt(80)}, 10, 30)};
    for (std::size_t i = 1; i < columns.size(); ++i) {
        columns[i].group = 2;
        columns[i].is_levelled = true;
    }
    EXPECT_THAT(solved(columns, 240), ElementsAre(120, 60, 60));
}

TEST(SolveColumns, MakesRunsAsEqualAsThereIsRoom) {
    std::vector<ColumnDemand> columns{
        column(FitContent{Pt(80)}, 10, 60), column(FitContent{Pt(80)}, 10, 20),
        column(FitContent{Pt(80)}, 10, 30), column(FitContent{Pt(80)}, 10, 40)};
    for (std::size_t i = 1; i < columns.size(); ++i) columns[i].run = 4;
    EXPECT_THAT(solved(columns, 170), ElementsAre(60, 35, 35, 40));
}

TEST(SolveColumns, SharesByWhatColumnsHold) {
    EXPECT_THAT(solved({by_content(10, 320, 400), by_content(10, 10, 400)}, 90),
                ElementsAre(DoubleNear(80, 0.01), DoubleNear(10, 0.01)))
        << "32 times as much is 8 times as wide";
    EXPECT_THAT(
        solved({by_content(30, 160, 400), by_content(5, 10, 12), by_content(40, 10, 50)}, 150),
        ElementsAre(DoubleNear(98, 0.01), DoubleNear(12, 0.01), DoubleNear(40, 0.01)))
        << "from the longest word to the longest line";
}

TEST(BreakWords, LeavesWordsThatHaveTheirPlace) {
    EXPECT_THAT(broken({breakable(MinContent{}, 60, 10), breakable(Fraction{1}, 30, 10)}, 100),
                ElementsAre(60, 40));
}

TEST(BreakWords, NarrowsTheWidestFirst) {
    EXPECT_THAT(broken({breakable(MinContent{}, 20, 5), breakable(Fraction{1}, 100, 5),
                        breakable(MinContent{}, 90, 5)},
                       120),
                ElementsAre(20, DoubleNear(50, 0.01), DoubleNear(50, 0.01)));
}

TEST(BreakWords, StopsAtTheLeast) {
    EXPECT_THAT(broken({breakable(MinContent{}, 100, 80), breakable(MinContent{}, 60, 5)}, 110),
                ElementsAre(DoubleNear(80, 0.01), DoubleNear(30, 0.01)));
}

TEST(BreakWords, LowersASpanTogether) {
    EXPECT_THAT(broken({column(MinContent{}, 10, 10), column(MinContent{}, 10, 10)}, 50,
                       {{0, 2, Pt(90), Pt(5)}}),
                ElementsAre(DoubleNear(25, 0.01), DoubleNear(25, 0.01)));
}

TEST(BreakWords, TakesTheWidthThatTheLayoutFixes) {
    std::vector<ColumnDemand> columns = {breakable(FixedWidth{Pt(30)}, 90, 5),
                                         breakable(Fraction{1}, 20, 5)};
    std::vector<SpanDemand> spans;
    break_words(columns, spans, Pt(200));
    EXPECT_EQ(columns[0].min_content, Pt(30));
    EXPECT_EQ(columns[1].min_content, Pt(20));
}

TEST(SolveColumns, SharesWhatIsLeftByFraction) {
    EXPECT_THAT(solved({column(FixedWidth{Pt(40)}, 0, 0), column(Fraction{1}, 10, 50),
                        column(Fraction{3}, 10, 50)},
                       240),
                ElementsAre(40, 50, 150));
}

TEST(SolveColumns, NeverMakesAFractionNarrowerThanItsContent) {
    EXPECT_THAT(solved({column(Fraction{1}, 80, 90), column(Fraction{1}, 10, 90),
                        column(Fraction{2}, 10, 90)},
                       140),
                ElementsAre(80, 20, 40));
}

TEST(SolveColumns, FreezesOneFractionAfterTheOther) {
    // 120 in thirds is 40 each; once the first keeps 60, the second's half of 60 is too little as
    // well.
    EXPECT_THAT(solved({column(Fraction{1}, 60, 90), column(Fraction{1}, 35, 90),
                        column(Fraction{1}, 10, 90)},
                       120),
                ElementsAre(60, 35, 25));
}

TEST(SolveColumns, KeepsEqualSharesEqualWhereNoLineIsBrokenForIt) {
    const auto with_names = [](double names) {
        std::vector<ColumnDemand> columns = {column(Fraction{3}, 20, names),
                                             column(Fraction{1}, 30, 90),
                                             column(Fraction{1}, 10, 90)};
        columns[1].group = columns[2].group = 1;
        return columns;
    };
    EXPECT_THAT(solved(with_names(40), 120), ElementsAre(60, 30, 30));
    EXPECT_FALSE(solve_columns(with_names(40), {}, Pt(120)).is_squeezed);
    EXPECT_THAT(solved(with_names(90), 120), ElementsAre(67.5, 30, 22.5));
    EXPECT_TRUE(solve_columns(with_names(90), {}, Pt(120)).is_squeezed);
}

TEST(SolveColumns, BreaksHeadsOfFiguresBeforeNamesThatShare) {
    ColumnDemand names{Fraction{1}, Pt(20), Pt(70)}, figures{MaxContent{}, Pt(20), Pt(60)};
    names.has_names = true;
    names.mostly_unbroken = Pt(50);
    figures.unbroken = Pt(30);
    EXPECT_THAT(solve_columns({names, figures}, {}, Pt(100)).widths, ElementsAre(Pt(70), Pt(30)));
    EXPECT_THAT(solve_columns({names, figures}, {}, Pt(90)).widths, ElementsAre(Pt(50), Pt(40)))
        << "most of them, where not all can be";
    EXPECT_THAT(solve_columns({names, figures}, {}, Pt(75)).widths, ElementsAre(Pt(20), Pt(55)));
}

TEST(SolveColumns, BreaksHeadsBeforeTextsThatShare) {
    ColumnDemand texts = column(Fraction{}, 20, 200), figures = column(FitContent{Pt(85)}, 10, 80);
    texts.is_given = true;
    figures.unbroken = Pt(30);
    const auto widths = [&] { return solved({figures, texts}, 200); };
    EXPECT_THAT(widths(), ElementsAre(30, 170));
    figures.head_in_two = Pt(50);
    EXPECT_THAT(widths(), ElementsAre(50, 150)) << "no head stands on three lines for it";
    figures.head_in_two = Pt(82);
    EXPECT_THAT(widths(), ElementsAre(30, 170)) << "this one does anyway";
    texts.unbroken = texts.max_content = Pt(140);
    EXPECT_THAT(widths(), ElementsAre(60, 140)) << "the text has all that it needs";
    texts.unbroken = Pt(200);
    figures.unbroken = Pt(70);
    EXPECT_THAT(widths(), ElementsAre(80, 120)) << "not worth a broken head";
    figures.unbroken = Pt(30);
    figures.is_given = true;
    EXPECT_THAT(widths(), ElementsAre(80, 120));
}

TEST(SolveColumns, LeavesTextsThatShareWhatNamesDoNotNeed) {
    ColumnDemand names = column(Fraction{}, 20, 60), texts = column(Fraction{}, 20, 200);
    names.has_names = texts.is_given = true;
    EXPECT_THAT(solved({names, texts}, 200), ElementsAre(60, 140));
    texts.unbroken = Pt(110);
    EXPECT_THAT(solved({names, texts}, 200), ElementsAre(90, 110));
    names.is_given = true;
    EXPECT_THAT(solved({names, texts}, 200), ElementsAre(100, 100));
}

TEST(SolveColumns, ClampsFitContent) {
    const FitContent limit{Pt(50)};
    EXPECT_THAT(solved({column(limit, 10, 30), column(limit, 10, 90), column(limit, 70, 90),
                        column(Fraction{1}, 0, 0)},
                       300),
                ElementsAre(30, 50, 70, 150));
}

TEST(SolveColumns, TakesContentWidthsAsTheyAre) {
    EXPECT_THAT(solved({column(MinContent{}, 10, 30), column(MaxContent{}, 10, 30),
                        column(Fraction{1}, 0, 0)},
                       100),
                ElementsAre(10, 30, 60));
}

TEST(SolveColumns, TakesPercentagesOfTheTable) {
    EXPECT_THAT(solved({column(Percentage{25}, 0, 0), column(Fraction{1}, 0, 0)}, 200),
                ElementsAre(50, 150));
}

TEST(SolveColumns, GrowsContentColumnsInProportionWhenThereIsNoFraction) {
    EXPECT_THAT(solved({column(MinContent{}, 10, 30), column(MaxContent{}, 10, 30),
                        column(FixedWidth{Pt(20)}, 0, 0)},
                       100),
                ElementsAre(20, 60, 20));
    EXPECT_THAT(solved({column(MinContent{}, 10, 30), column(MaxContent{}, 10, 60),
                        column(MinContent{}, 20, 20)},
                       180),
                ElementsAre(20, 120, 40));
}

ColumnDemand headed(double min, double unbroken, double max) {
    ColumnDemand demand = column(MaxContent{}, min, max);
    demand.unbroken = demand.typical = Pt(unbroken);
    return demand;
}

TEST(SolveColumns, SharesWithTextsWhereALineThatIsToBeWholeIsBroken) {
    ColumnDemand whole = column(MaxContent{}, 10, 80);
    whole.is_given = true;
    whole.typical = Pt(40);
    EXPECT_THAT(solved({whole, by_content(10, 40, 60)}, 90), ElementsAre(80, 10));
    EXPECT_THAT(solved({whole, by_content(10, 40, 60)}, 88),
                ElementsAre(DoubleNear(44, 0.01), DoubleNear(44, 0.01)));
    whole.has_names = true;
    EXPECT_THAT(solved({whole, by_content(10, 40, 60)}, 88), ElementsAre(78, 10));
}

TEST(SolveColumns, BreaksHeadsBeforeOtherLines) {
    const std::vector<ColumnDemand> columns = {headed(10, 50, 50), headed(10, 20, 50)};
    EXPECT_THAT(solved(columns, 80), ElementsAre(50, 30));
    EXPECT_FALSE(solve_columns(columns, {}, Pt(80)).is_squeezed);
    EXPECT_THAT(solved(columns, 45), ElementsAre(30, 15));
    EXPECT_TRUE(solve_columns(columns, {}, Pt(45)).is_squeezed);
}

TEST(SolveColumns, HyphenatesNoHeadForTexts) {
    ColumnDemand column = headed(10, 20, 60);
    column.whole_words = Pt(40);
    EXPECT_THAT(solved({by_content(50, 100, 200), column}, 115),
                ElementsAre(DoubleNear(75, 0.01), DoubleNear(40, 0.01)));
}

TEST(SolveColumns, SharesTheRoomOfHeadsWithTexts) {
    const std::vector<ColumnDemand> columns = {by_content(50, 100, 200), headed(10, 20, 60)};
    EXPECT_THAT(solved(columns, 72), ElementsAre(DoubleNear(52, 0.01), 20));
    const double text = std::pow(100, 0.6), head = std::pow(20, 0.6);
    EXPECT_THAT(solved(columns, 115), ElementsAre(DoubleNear(115 * text / (text + head), 0.01),
                                                  DoubleNear(115 * head / (text + head), 0.01)));
    EXPECT_FALSE(solve_columns(columns, {}, Pt(115)).is_squeezed);
    EXPECT_THAT(solved(columns, 240), ElementsAre(DoubleNear(180, 0.01), 60));
    EXPECT_THAT(solved({by_content(50, 100, 200), headed(10, 60, 60)}, 115),
                ElementsAre(DoubleNear(55, 0.01), 60));
    EXPECT_TRUE(
        solve_columns({by_content(50, 100, 200), headed(10, 60, 60)}, {}, Pt(115)).is_squeezed);
}

TEST(SolveColumns, LeavesAFixedTableNarrower) {
    EXPECT_THAT(solved({column(FixedWidth{Pt(20)}, 0, 0), column(FixedWidth{Pt(30)}, 0, 0)}, 100),
                ElementsAre(20, 30));
}

TEST(SolveColumns, LeavesAPitchThatThePageHasNoRoomFor) {
    std::vector<ColumnDemand> columns = {column(FitContent{Pt(90)}, 40, 60),
                                         column(FitContent{Pt(90)}, 30, 40)};
    columns[0].pitch = columns[1].pitch = 1;
    EXPECT_THAT(solved(columns, 120), ElementsAre(60, 60));
    EXPECT_THAT(solved(columns, 72),
                ElementsAre(DoubleNear(41.3333, 0.001), DoubleNear(30.6667, 0.001)));
}

TEST(WholeWords, AreTheShortestWhereNotAllHaveRoom) {
    std::vector<ColumnDemand> columns = {column(Fraction{1}, 20, 90), column(Fraction{1}, 20, 90),
                                         column(Fraction{1}, 20, 90)};
    for (std::size_t i = 0; i < 3; ++i)
        columns[i].cell_words = Pt(60 - 10 * static_cast<double>(i));
    const auto floors = [&](double available) {
        std::vector<ColumnDemand> kept = columns;
        keep_words_whole(kept, {}, Pt(available));
        return std::vector{kept[0].min_content.value, kept[1].min_content.value,
                           kept[2].min_content.value};
    };
    EXPECT_THAT(floors(150), ElementsAre(60, 50, 40));
    EXPECT_THAT(floors(149), ElementsAre(20, 50, 40));
    EXPECT_THAT(floors(80), ElementsAre(20, 20, 40));
    EXPECT_THAT(floors(70), ElementsAre(20, 20, 20));
    EXPECT_THAT(floors(50), ElementsAre(20, 20, 20)) << "there is no room even for that";
}

TEST(SolveColumns, ShrinksWhereThereIsMostToGive) {
    // 160 asked, 130 there: 30 of the spare 60 and 0.
    EXPECT_THAT(solved({column(MaxContent{}, 40, 80), column(MaxContent{}, 20, 40),
                        column(MinContent{}, 40, 90)},
                       130),
                ElementsAre(60, 30, 40));
}

TEST(SolveColumns, SaysHowMuchIsMissing) {
    const ColumnWidths solved_widths = solve_columns(
        {column(MaxContent{}, 60, 80), column(FixedWidth{Pt(50)}, 0, 0)}, {}, Pt(100));
    EXPECT_THAT(widths_of(solved_widths.widths), ElementsAre(60, 50));
    EXPECT_EQ(solved_widths.missing, Pt(10));
}

TEST(SolveColumns, MissesNothingWhenItFits) {
    EXPECT_EQ(solve_columns({column(MaxContent{}, 40, 80)}, {}, Pt(40)).missing, Pt(0));
}

TEST(SolveColumns, WidensTheFractionsUnderASpan) {
    EXPECT_THAT(solved({column(MinContent{}, 20, 20), column(Fraction{1}, 20, 20),
                        column(Fraction{1}, 20, 20)},
                       120, {{0, 2, Pt(90)}}),
                ElementsAre(20, 70, 30));
}

TEST(SolveColumns, MakesColumnsOfOnePitchEquallyWide) {
    std::vector<ColumnDemand> columns = {column(Fraction{1}, 10, 10), column(MinContent{}, 12, 20),
                                         column(MinContent{}, 20, 20)};
    columns[1].pitch = columns[2].pitch = 1;
    EXPECT_THAT(solved(columns, 100), ElementsAre(60, 20, 20));
    EXPECT_THAT(solved(columns, 100, {{0, 2, Pt(75), {}}}), ElementsAre(60, 20, 20));
    EXPECT_THAT(solved(columns, 100, {{1, 1, Pt(30), {}}}), ElementsAre(40, 30, 30));
}

TEST(SolveColumns, LeavesAColumnOutOfAPitchThatItWouldMakeWide) {
    std::vector<ColumnDemand> columns = {column(Fraction{1}, 10, 10), column(MinContent{}, 12, 12),
                                         column(MinContent{}, 16, 16),
                                         column(MinContent{}, 24, 24)};
    columns[1].pitch = columns[2].pitch = columns[3].pitch = 1;
    EXPECT_THAT(solved(columns, 100), ElementsAre(44, 16, 16, 24));
}

TEST(SolveColumns, WidensContentColumnsUnderASpanEvenly) {
    EXPECT_THAT(solved({column(MinContent{}, 10, 10), column(MinContent{}, 30, 30),
                        column(Fraction{1}, 0, 0)},
                       100, {{0, 2, Pt(60)}}),
                ElementsAre(20, 40, 40));
}

}  // namespace
}  // namespace broadside::layout
