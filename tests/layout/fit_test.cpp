#include "broadside/layout/fit.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::plain_rows;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

doc::Fit one_page(double min_scale, double max_scale, std::vector<FitRung> order) {
    return {1, min_scale, max_scale, std::move(order), test::place_at("/fit")};
}

doc::Document fitted(doc::Table table, doc::Fit fit) {
    doc::Document made = document(std::move(table));
    made.fit = std::move(fit);
    return made;
}

Fitted fit_of(Bench& bench) {
    return fit(bench.typesetter, bench.typesetter.peers().first().fit->pages);
}

/// Rows of one line and a padding of 2 above and below: 16 each, 17 fill a page of 280.
doc::Table rows_of_16(std::size_t count) {
    return test::padded(test::table(grid({Fraction{1}}, plain_rows(count))), 0, 2);
}

TEST(Fit, GrowsTypeToItsLargest) {
    Bench bench(fitted(rows_of_16(2), one_page(0.5, 2, {})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.type_scale, 2);
    EXPECT_GT(fitted.setting.padding_scale, 1);
}

TEST(Fit, GrowsTypeOnlyAsFarAsThePageAllows) {
    // Ten rows on 280: 28 each, 12 s + 4 * 1.3 s rounded up to whole s: 18 s.
    Bench bench(fitted(rows_of_16(10), one_page(0.5, 3, {})));
    const Fitted fitted = fit_of(bench);
    EXPECT_THAT(fitted.setting.type_scale, DoubleNear(28.0 / 18, 0.02));
    EXPECT_LE(fitted.setting.type_scale, 28.0 / 18);
}

TEST(Fit, SpreadsWhatIsLeftOverRows) {
    Bench bench(fitted(rows_of_16(10), one_page(1, 1, {})));
    const Fitted fitted = fit_of(bench);
    // With roomy padding rows are 18 high: 100 of 280 are left for ten of them.
    EXPECT_TRUE(nearly(fitted.spread.per_row, Pt(10)));
    EXPECT_EQ(fitted.spread.per_gap, Pt(0));
}

TEST(Fit, DoesNotStretchRowsBeyondReason) {
    Bench bench(fitted(rows_of_16(1), one_page(1, 1, {})));
    EXPECT_EQ(fit_of(bench).spread.per_row, Pt(24));
}

TEST(Fit, SpreadsNoMoreThanASmallPageHas) {
    doc::Document card =
        document(test::text_block("a"), test::text_block("b"), test::foot(test::paragraph("c")));
    card.page.size.height = Pt(84);
    card.fit = one_page(1, 1, {});
    Bench bench(card);
    const Fitted fitted = fit_of(bench);
    EXPECT_GT(fitted.spread.per_gap, Pt(0));
    bench.typesetter.use(fitted.setting);
    EXPECT_THAT(bench.pages(fitted.spread), SizeIs(1));
}

TEST(Fit, DrawsShortLinesTogetherAroundTheMiddle) {
    // Type may not grow, and one row leaves most of the page empty.
    const doc::Table table =
        test::table(grid({Fraction{1}}, {test::body_row("r", {cell("abc def ghijkl")})}));
    Bench bench(fitted(table, one_page(1, 1, {})));
    const Fitted fitted = fit_of(bench);
    // 140 of 180 hold the line, whose height would double below that.
    EXPECT_GE(fitted.setting.measure * 180, 140);
    EXPECT_LT(fitted.setting.measure * 180, 146);
    bench.typesetter.use(fitted.setting);
    const placed::Page page = bench.pages(fitted.spread).at(0);
    const Rect box = std::get<placed::Table>(page.items.at(0).kind).box;
    EXPECT_TRUE(nearly(box.x, Pt(200) - box.right()));
}

TEST(Fit, LeavesTheWidthOfAFullPage) {
    Bench bench(fitted(rows_of_16(17), one_page(1, 1, {})));
    EXPECT_EQ(fit_of(bench).setting.measure, 1);
}

/// Four columns of symbols that are 50 wide each with their padding, on 180.
doc::Table wide_symbols(std::size_t rows) {
    std::vector<test::GridRow> made;
    for (std::size_t i = 0; i < rows; ++i)
        made.push_back(test::body_row("r", std::vector<doc::Cell>(4, test::symbol_cell(20))));
    doc::Table table = test::padded(
        test::table(grid(std::vector<WidthRule>(4, MinContent{}), std::move(made))), 15, 2);
    for (doc::Column& column : table.grid.columns) column.is_symbols = true;
    return table;
}

TEST(Fit, MakesSymbolsSmallerByNoMoreThanItTakes) {
    Bench bench(fitted(wide_symbols(2), one_page(0.5, 1, {FitRung::Symbols, FitRung::FontSize})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.type_scale, 1);
    EXPECT_THAT(fitted.setting.symbol_scale, DoubleNear(0.9, 0.026));
    EXPECT_LE(fitted.setting.symbol_scale, 0.9);
}

TEST(Fit, LeavesSymbolsAsTheyAreInATableThatIsTooHigh) {
    using enum FitRung;
    Bench bench(fitted(rows_of_16(18), one_page(0.5, 1, {Symbols, Heads, Padding})));
    const Fitted fitted = fit_of(bench);
    EXPECT_EQ(fitted.setting.symbol_scale, 1);
    EXPECT_FALSE(fitted.setting.hyphenated_heads);
    EXPECT_LT(fitted.setting.padding_scale, 1);
}

TEST(Fit, HyphenatesHeadsBeforeCells) {
    using enum FitRung;
    doc::Cell head = cell("abcdefghijkl");
    std::get<doc::Paragraph>(head.content[0]).is_head = true;
    // A head of 120 beside a word of 90, on 180.
    Bench bench(fitted(test::table(grid({MinContent{}, MinContent{}},
                                        {test::header_row({head, cell("a")}),
                                         test::body_row("r", {cell("b"), cell("abcdefghi")})})),
                       one_page(0.5, 1, {Symbols, Heads, Hyphenate, FontSize})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_TRUE(fitted.setting.hyphenated_heads);
    EXPECT_EQ(fitted.setting.hyphenation, text::Hyphenation::Off);
    EXPECT_EQ(fitted.setting.type_scale, 1);
}

TEST(Fit, RotatesHeadsOfSymbolsRatherThanBreakWords) {
    const std::vector<doc::Cell> heads(4, cell("abcdefg"));
    doc::Grid with_heads =
        grid(std::vector<WidthRule>(4, MinContent{}),
             {test::header_row(heads),
              test::body_row("r", std::vector<doc::Cell>(4, test::symbol_cell(20)))});
    for (doc::Column& column : with_heads.columns) column.is_symbols = column.may_turn = true;
    Bench bench(fitted(test::table(std::move(with_heads)), one_page(1, 1, {})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_TRUE(fitted.setting.turned_heads);
    EXPECT_EQ(fitted.setting.long_words, LongWords::Whole);
}

TEST(Fit, RotatesHeadsOfSymbolsThatAreInScraps) {
    // Three heads of 30 in three lines beside a word of 120, on 180: smaller type would hold that.
    std::vector<doc::Cell> heads(3, cell("ab\u00ADcd\u00ADef"));
    std::vector<doc::Cell> cells(3, test::symbol_cell(20));
    heads.insert(heads.begin(), cell("a"));
    cells.insert(cells.begin(), cell("abcdefghijkl"));
    doc::Grid with_heads =
        grid(std::vector<WidthRule>(4, MinContent{}),
             {test::header_row(std::move(heads)), test::body_row("r", std::move(cells))});
    for (std::size_t i = 1; i < 4; ++i)
        with_heads.columns[i].is_symbols = with_heads.columns[i].may_turn = true;
    Bench bench(fitted(test::table(std::move(with_heads)), one_page(0.5, 1, {FitRung::FontSize})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_TRUE(fitted.setting.turned_heads);
    EXPECT_EQ(fitted.setting.type_scale, 1);
}

TEST(Fit, TightensPaddingFirst) {
    using enum FitRung;
    Bench bench(fitted(rows_of_16(18), one_page(0.5, 1, {Padding, FontSize})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_LT(fitted.setting.padding_scale, 1);
    EXPECT_EQ(fitted.setting.type_scale, 1);
}

TEST(Fit, TakesTheRungsInTheirOrder) {
    using enum FitRung;
    Bench bench(fitted(rows_of_16(18), one_page(0.5, 1, {FontSize, Padding})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.padding_scale, 1);
    EXPECT_THAT(fitted.setting.type_scale, DoubleNear(280.0 / (18 * 16), 0.01));
}

TEST(Fit, HyphenatesWhenThatSavesAPage) {
    using enum FitRung;
    std::vector<test::GridRow> rows;
    for (int i = 0; i < 9; ++i) rows.push_back(test::body_row("r", {cell("abc defghijkl abc")}));
    doc::Table table = test::table(grid({FixedWidth{Pt(90)}}, std::move(rows)));
    // "abc / defghijkl / abc" takes three lines, "abc defg- / hijkl abc" two.
    Bench bench(fitted(std::move(table), one_page(1, 1, {Padding, Hyphenate})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.hyphenation, text::Hyphenation::On);
}

TEST(Fit, FreesTheWidthsOfColumns) {
    using enum FitRung;
    std::vector<test::GridRow> rows;
    for (int i = 0; i < 13; ++i) rows.push_back(test::body_row("r", {cell("aa bb cc"), cell("a")}));
    doc::Table table = test::table(grid({Fraction{1}, Fraction{2}}, std::move(rows)));
    Bench bench(fitted(std::move(table), one_page(1, 1, {Widths})));
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.free_widths, FreeWidths::All);
}

TEST(Fit, StartsAtItsFloorWhenThatIsAboveTheDesignedSize) {
    Bench bench(fitted(test::table(grid({Fraction{1}}, plain_rows(2))), one_page(1.5, 1.5, {})));
    EXPECT_EQ(fit_of(bench).setting.type_scale, 1.5);
}

TEST(Fit, BlamesTheNumberOfRowsWhenNoTextIsLong) {
    Bench bench(fitted(test::table(grid({Fraction{1}}, plain_rows(99))), one_page(1, 1, {})));
    EXPECT_FALSE(fit_of(bench).fits);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].hints.at(0),
              "the table has 99 rows of single lines: show fewer of them, or give the layout "
              "smaller \"styles\" or \"symbols\", less \"cell_y\" in its \"spacing\" or less "
              "\"margin\", lower "
              "\"min_font\", or allow more pages in its \"fit\"");
}

TEST(Fit, UsesNoMorePagesThanTheContentNeeds) {
    doc::Document two_pages =
        fitted(test::table(grid({Fraction{1}}, plain_rows(3))), one_page(1, 9, {}));
    two_pages.fit->pages = 2;
    Bench bench(std::move(two_pages));
    const Fitted fitted = fit_of(bench);
    bench.typesetter.use(fitted.setting);
    EXPECT_THAT(flow(bench.typesetter, fitted.spread).pages, SizeIs(1));
}

TEST(Fit, NamesTheLongestTextsWhenNothingHelps) {
    std::vector<test::GridRow> rows = plain_rows(22);
    doc::Cell tall = cell("a\nb\nc");
    std::get<doc::Paragraph>(tall.content[0]).origin = test::place_at("/tall");
    rows.push_back(test::body_row("tall", {tall}));
    Bench bench(fitted(test::table(grid({Fraction{1}}, std::move(rows))), one_page(1, 1, {})));
    EXPECT_FALSE(fit_of(bench).fits);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    ASSERT_THAT(found, SizeIs(2));  // nobody shortens single lines
    EXPECT_THAT(found[0].message,
                testing::MatchesRegex("does not fit: needs 2 pages at the smallest type, and `fit` "
                                      "allows 1: .* mm too high"));
    EXPECT_EQ(found[0].code, "does-not-fit");
    EXPECT_EQ(found[1].message,
              "this text of 5 characters takes 12.7 mm of height; in one line it saves 8.5 mm");
    EXPECT_EQ(test::pointer_of(found[1].place), "/tall");
}

TEST(Fit, LeavesNoOverflowOfATrialBehind) {
    using enum FitRung;
    doc::Document made = document(test::text_block("abcdefghijklmnopqrst"));
    made.fit = one_page(0.5, 1, {FontSize});
    Bench bench(std::move(made));
    // Twenty characters are 200 wide, in 180.
    const Fitted fitted = fit_of(bench);
    EXPECT_THAT(fitted.setting.type_scale, DoubleNear(0.9, 0.01));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Fit, BreaksAWordWhenNoOtherRungHelps) {
    using enum FitRung;
    doc::Document made = document(test::text_block("******************** " + std::string(60, '*')));
    made.fit = one_page(0.5, 1, {FontSize});
    Bench bench(std::move(made));
    // At half the size the second word is 300 wide, in 180; the first is 180 wide at nine tenths.
    const Fitted fitted = fit_of(bench);
    EXPECT_TRUE(fitted.fits);
    EXPECT_EQ(fitted.setting.long_words, LongWords::Broken);
    EXPECT_THAT(bench.typesetter.broken_word_count(), 1u);
}

TEST(Fit, LeavesWordsWholeThatASmallerTypeHolds) {
    using enum FitRung;
    doc::Document made = document(test::text_block("********************"));
    made.fit = one_page(0.5, 1, {FontSize});
    Bench bench(std::move(made));
    EXPECT_EQ(fit_of(bench).setting.long_words, LongWords::Whole);
}

TEST(Fit, TakesShortHeadsWhereTheirRoomMakesThePageFit) {
    // Under a head of 12 characters texts have room for 6, under the short one for all of theirs.
    const auto holds_with = [](bool has_short_form) {
        doc::Cell head = cell("aaaaaaaaaaaa");
        if (has_short_form) head.short_form = cell("a");
        std::vector<test::GridRow> rows{test::header_row({cell("t"), std::move(head)})};
        for (int i = 0; i < 12; ++i)
            rows.push_back(test::body_row("r", {cell("aaaaa bbbbb ccccc"), cell("1")}));
        Bench bench(fitted(test::table(grid({Fraction{1}, MinContent{}}, std::move(rows))),
                           one_page(1, 1, {})));
        return fit_of(bench).fits;
    };
    EXPECT_TRUE(holds_with(true));
    EXPECT_FALSE(holds_with(false));
}

TEST(Fit, BreaksNoNamesWhereTypeThatIsHardlySmallerHoldsThem) {
    // Two lines and a padding of 3 are 30 high, 28 once it is tight: ten rows fill a page of 280.
    const auto scale_for = [](const std::string& name, bool has_default_width) {
        std::vector<test::GridRow> rows;
        for (int i = 0; i < 10; ++i) {
            doc::Cell cell = test::cell(name);
            cell.scope = HeaderScope::Row;
            rows.push_back(test::body_row("r", {std::move(cell)}));
        }
        doc::Grid names = grid({Fraction{1}}, std::move(rows));
        names.columns[0].has_default_width = has_default_width;
        doc::Table table = test::padded(test::table(std::move(names)), 0, 3);
        Bench bench(fitted(std::move(table), one_page(0.5, 1, {FitRung::Padding})));
        return fit_of(bench).setting.type_scale;
    };
    // A line holds 18 characters, and 19 at 0.947 of the size.
    EXPECT_THAT(scale_for("aaaaaaaaa bbbbbbbbb", true), DoubleNear(0.945, 0.003));
    EXPECT_EQ(scale_for("aaaaaaaaa bbbbbbbbb", false), 1) << "the layout wants them so narrow";
    EXPECT_EQ(scale_for("aaaaaaaaa bbbbbbbbbb", true), 1) << "they would be too small";
}

TEST(Fit, PutsNoHeadInThreeLinesWhereTypeThatIsHardlySmallerHoldsItInTwo) {
    // Beside a name of 100, two lines of the head have their 80 in type up to 1.06. The rows fill
    // the page.
    const auto scale_up_to = [](double max_scale, bool has_default_width) {
        std::vector<test::GridRow> rows{test::header_row({cell("a"), cell("aaaaa bb cccc")})};
        for (int i = 0; i < 17; ++i)
            rows.push_back(test::body_row("r", {cell("abcdefghij"), cell("1")}));
        doc::Grid with_head = grid({MaxContent{}, Fraction{1}}, std::move(rows));
        with_head.columns[1].has_default_width = has_default_width;
        Bench bench(fitted(test::table(std::move(with_head)), one_page(0.5, max_scale, {})));
        return fit_of(bench).setting.type_scale;
    };
    EXPECT_THAT(scale_up_to(1.08, true), DoubleNear(1.06, 0.005));
    EXPECT_EQ(scale_up_to(1.08, false), 1.08) << "the layout wants it so narrow";
    EXPECT_EQ(scale_up_to(1.15, true), 1.15) << "type would be too small";
}

TEST(Fit, GivesRowsOfSeveralPagesWhatTheFullestHas) {
    const auto spread_with = [](int pages, std::size_t first, std::size_t second) {
        std::vector<test::GridRow> rows;
        for (const std::size_t count : {first, second}) {
            rows.push_back(test::section_row(1, "s"));
            rows = test::joined(std::move(rows), plain_rows(count));
        }
        doc::Table table = test::padded(test::table(grid({Fraction{1}}, std::move(rows))), 0, 2);
        table.keep = KeepTogether::Sections;
        doc::Fit fit = one_page(1, 1, {});
        fit.pages = pages;
        Bench bench(fitted(std::move(table), fit));
        const Fitted fitted = fit_of(bench);
        EXPECT_EQ(flow(bench.typesetter, fitted.spread).pages.size(), 2U);
        return fitted.spread.per_row.value;
    };
    // 11 lines of 280 on the first page, at least 16 high without it.
    EXPECT_THAT(spread_with(2, 10, 9),
                testing::AllOf(testing::Gt(4), testing::Lt(280.0 / 10 - 16)));
    EXPECT_THAT(spread_with(2, 15, 9), testing::Lt(280.0 / 15 - 16));
    EXPECT_EQ(spread_with(0, 10, 9), 0) << "as many pages as it takes";
}

}  // namespace
}  // namespace broadside::layout
