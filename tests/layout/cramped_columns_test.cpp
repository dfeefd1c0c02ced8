#include "broadside/layout/cramped_columns.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

/// Columns that are too narrow for what stands there.
namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Of a page whose table has a column `width` wide, under a head, with these texts.
std::vector<std::string> told(double width, const std::string& head,
                              const std::vector<std::string>& texts, bool is_of_symbols = false) {
    std::vector<test::GridRow> rows{test::header_row({cell("n"), cell(head)})};
    for (const std::string& text : texts) rows.push_back(body_row(text, {cell("n"), cell(text)}));
    doc::Grid grid = test::grid({Fraction{1}, FixedWidth{Pt(width)}}, std::move(rows));
    grid.columns[1].is_symbols = is_of_symbols;
    Bench bench(test::document(test::table(std::move(grid))));
    std::vector<std::string> messages;
    for (const Diagnostic& diagnostic : cramped_columns(bench.document, bench.pages()))
        messages.push_back(test::told(diagnostic));
    return messages;
}

TEST(CrampedColumns, BreakTextsIntoFourLinesAndMore) {
    EXPECT_THAT(
        told(30, "t", {"aa bb cc dd", "a", "bb bb bb bb", "cc cc cc cc", "aa bb cc dd ee"}),
        ElementsAre("warning: column \"c1\" is cramped: 11 mm break 4 texts into four lines "
                    "and more, as \"aa bb cc dd ee\"\n"
                    "  hint: select fewer columns, turn the page to landscape, or reduce "
                    "the type"));
}

TEST(CrampedColumns, AreNamedWithFullHeadsOfSymbolsBesideThem) {
    const auto hint = [](double width) {
        std::vector<test::GridRow> rows{
            test::header_row({cell("t"), cell("aaaaa"), cell("bbbbb"), cell("ccccc")})};
        for (int i = 0; i < 4; ++i)
            rows.push_back(body_row("r", {cell("aa bb cc dd"), cell("x"), cell("y"), cell("z")}));
        const FixedWidth symbols{Pt(width)};
        doc::Grid grid =
            test::grid({FixedWidth{Pt(30)}, symbols, symbols, symbols}, std::move(rows));
        for (std::size_t i = 1; i < 4; ++i) grid.columns[i].is_symbols = true;
        Bench bench(test::document(test::table(std::move(grid))));
        return test::told(cramped_columns(bench.document, bench.pages()).at(0));
    };
    EXPECT_THAT(hint(50), HasSubstr("hint: turn the heads of symbols, with \"head\": \"rotated\""));
    EXPECT_THAT(hint(35), HasSubstr("hint: select fewer columns"));
}

TEST(CrampedColumns, AreNotThoseOfFewLongTexts) {
    EXPECT_THAT(told(30, "t", {"aa bb cc dd", "bb bb bb bb", "cc cc cc cc", "a", "b"}), IsEmpty());
}

TEST(CrampedColumns, AreNotThoseOfThreeLines) {
    EXPECT_THAT(told(30, "t", std::vector<std::string>(4, "aa bb cc")), IsEmpty());
}

TEST(CrampedColumns, AreNotThoseInWhichLinesAreLong) {
    const std::vector<std::string> texts(4, "aaaaaa bbbbbb cccccc dddddd");
    EXPECT_THAT(told(70, "t", texts), IsEmpty());
    EXPECT_THAT(told(60, "t", texts), SizeIs(1));
}

TEST(CrampedColumns, AreFoundInRowsOfBlocks) {
    const std::vector<doc::Cell> cells(4, cell("aa bb cc dd"));
    std::vector<test::GridRow> rows;
    for (const doc::Cell& each : cells) rows.push_back(body_row("r", {cell("n"), each}));
    Bench bench(test::document(doc::SideBySide{
        test::boxes(test::table(test::grid({Fraction{1}, FixedWidth{Pt(30)}}, std::move(rows)))),
        {Fraction{1}},
        {}}));
    EXPECT_THAT(cramped_columns(bench.document, bench.pages()), SizeIs(1));
}

TEST(CrampedColumns, HyphenateAHeadTwice) {
    EXPECT_THAT(told(30, "ab\u00ADcd\u00ADef", {"a"}),
                ElementsAre("warning: column \"c1\" is cramped: 11 mm hyphenate the head "
                            "\"ab\u00ADcd\u00ADef\"\n"
                            "  hint: select fewer columns, turn the page to landscape, or reduce "
                            "the type"));
    EXPECT_THAT(told(50, "abc\u00ADdef", {"a"}), IsEmpty());
}

TEST(CrampedColumns, HyphenateATitleOfARow) {
    doc::Cell title = cell("abcdefghijkl a");
    std::get<doc::Paragraph>(title.content.front()).is_row_title = true;
    const auto told_in = [&](double width) {
        Bench bench(test::document(test::table(test::grid({FixedWidth{Pt(width)}, Fraction{1}},
                                                          {body_row("r", {title, cell("n")})}))));
        Setting setting;
        setting.hyphenation = text::Hyphenation::On;
        setting.hyphenated_row_titles = true;
        bench.typesetter.use(setting);
        return messages_of(cramped_columns(bench.document, bench.pages()));
    };
    EXPECT_THAT(told_in(50), ElementsAre("column \"c0\" is cramped: 18 mm hyphenate the title "
                                         "\"abcdefghijkl a\""));
    EXPECT_THAT(told_in(80), IsEmpty());
}

TEST(CrampedColumns, BreakAHeadOfSymbolsIntoFiveLinesButNotAStackOfCharacters) {
    EXPECT_THAT(told(30, "aaa bbb ccc ddd eee", {"a"}, true),
                ElementsAre("warning: column \"c1\" is cramped: 11 mm break the head "
                            "\"aaa bbb ccc ddd eee\" into five lines and more\n"
                            "  hint: give such columns a \"short\" form in the dataset, or say "
                            "\"head\": \"rotated\" in the layout"));
    EXPECT_THAT(told(30, "aaa bbb ccc ddd", {"a"}, true), IsEmpty());
    EXPECT_THAT(told(30, "aaa bbb ccc ddd eee", {"a"}), IsEmpty());
    EXPECT_THAT(told(20, "a a b b c c d d e e", {"a"}, true), IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
