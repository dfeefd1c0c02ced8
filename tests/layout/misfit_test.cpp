#include "broadside/layout/misfit.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Two columns of 90 in which each row has these texts, `rows` of them high at least.
doc::Document page(std::size_t rows, const std::string& left, const std::string& right) {
    std::vector<test::GridRow> made;
    for (std::size_t i = 0; i < rows; ++i)
        made.push_back(test::body_row("r", {cell(left), cell(right)}));
    return document(test::table(grid({Fraction{1}, Fraction{1}}, std::move(made))));
}

Diagnostics misfit(std::deque<doc::Document> editions) {
    SharedBench bench(std::move(editions));
    report_misfit(flow(bench.typesetter, {}), 1, bench.typesetter);
    return bench.typesetter.take_diagnostics();
}

TEST(Misfit, NamesTheLanguagesThatAreTooLongByThemselves) {
    const auto found =
        misfit({in_language("en", page(20, "a", "b")), in_language("de", page(20, "a a\na", "b")),
                in_language("nl", page(20, "a\na", "b"))});
    EXPECT_THAT(found[0].hints, Contains("too long: de, nl"));
}

TEST(Misfit, NamesTheTextsOfLanguagesThatAreTooLong) {
    const auto found =
        misfit({in_language("en", page(20, "a", "b")), in_language("de", page(20, "a\na", "b"))});
    ASSERT_THAT(found, SizeIs(4));
    EXPECT_EQ(found[1].language, "de");
    EXPECT_THAT(found[1].message, HasSubstr("takes 8.5 mm of height"));
}

TEST(Misfit, SaysWhenOnlyTheSharedGridIsTooSmall) {
    doc::Document en = page(22, "a", "b"), de = page(22, "a", "b");
    // Another row is high in each: 22 rows and a line more fit, but not two.
    for (auto& [document, row] : {std::pair{&en, 0}, std::pair{&de, 1}}) {
        auto& table = std::get<doc::Table>(document->blocks[0].content);
        table.grid.slots[static_cast<std::size_t>(2 * row)] = cell("a\na");
    }
    const auto found = misfit({in_language("en", en), in_language("de", de)});
    ASSERT_THAT(found, Not(IsEmpty()));
    EXPECT_THAT(
        found[0].hints,
        Contains("each language fits by itself, but not all in one grid; the longest is de"));
}

TEST(Misfit, NamesNoTextsWhereShortOnesWouldBeTooMany) {
    const auto found = misfit({page(60, "a a\na", "b")});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(
        found[0].hints,
        Contains(HasSubstr(
            "has 60 rows, too many in these styles even if each text in it were one line")));
}

TEST(Misfit, NamesTextsWhereAllOfARowHaveToBeShort) {
    EXPECT_THAT(misfit({page(20, "a\na", "b\nb")}), SizeIs(4));
}

TEST(Misfit, SaysThatFilledCellsRepeatTheLegend) {
    doc::Document document = page(60, "in season", "b");
    auto& table = std::get<doc::Table>(document.blocks[0].content);
    for (std::size_t i = 0; i < 2 * 20; i += 2)
        std::get<doc::Cell>(table.grid.slots[i]).fill = Colour{0, 120, 0};
    EXPECT_THAT(misfit({document})[0].hints, Not(Contains(HasSubstr("value_words"))));
    doc::LegendEntry entry;
    entry.label = test::paragraph("in season");
    document.blocks.push_back({doc::LegendPacking{{doc::LegendGroup{{}, {entry}, {}, {}, {}}}}});
    EXPECT_THAT(misfit({document})[0].hints,
                Contains(HasSubstr("20 cells say beside their fill what the legend says")));
}

TEST(Misfit, NamesALongTextOutsideTheTable) {
    doc::Document document = page(20, "a", "b");
    document.blocks.insert(document.blocks.begin(), {test::text_block("a\na\na\na")});
    const auto found = misfit({in_language("en", document)});
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_THAT(found[1].message, HasSubstr("this text of 7 characters"));
}

/// Of two blocks of 13 lines on a page of 23, the second goes to the next page whole.
TEST(Misfit, SaysHowMuchIsTooHighWhereABlockGoesWhole) {
    std::string lines = "a";
    for (int i = 1; i < 13; ++i) lines += "\na";
    doc::Document two = document(test::text_block(lines));
    two.blocks.push_back(test::text_block(lines));
    EXPECT_THAT(misfit({two}).at(0).message, HasSubstr("allows 1: 14.8 mm too high"));
}

TEST(Misfit, BlamesNoSectionTitleThatSpansThePage) {
    std::vector<test::GridRow> rows;
    rows.push_back(test::section_row(2, "a title of words"));
    for (int i = 0; i < 24; ++i) rows.push_back(test::body_row("r", {cell("a"), cell("b")}));
    const auto found = misfit({in_language(
        "en", document(test::table(grid({Fraction{1}, Fraction{9}}, std::move(rows)))))});
    EXPECT_THAT(found, SizeIs(1));
}

TEST(Misfit, NamesFirstWhatMakesItsRowHigh) {
    std::vector<test::GridRow> rows;
    rows.push_back(test::body_row("even", {cell("a\na\na\na"), cell("b\nb\nb\nb")}));
    rows.push_back(test::body_row("high", {cell("a\na\na"), cell("b\nb")}));
    for (int i = 0; i < 20; ++i) rows.push_back(test::body_row("r", {cell("a"), cell("b")}));
    const auto found = misfit({in_language(
        "en", document(test::table(grid({Fraction{1}, Fraction{1}}, std::move(rows)))))});
    ASSERT_THAT(found, SizeIs(4));
    EXPECT_EQ(found[1].message,
              "this text of 5 characters takes 12.7 mm of height; in one line it saves 4.2 mm");
    EXPECT_EQ(found[2].message, "this text of 7 characters takes 16.9 mm of height");
}

TEST(Misfit, SaysThatManyColumnsLeaveNamesLittle) {
    const auto hints = [](std::size_t others) {
        std::vector<doc::Cell> cells{cell("aaaa bbbb cccc")};
        cells.front().scope = HeaderScope::Row;
        std::vector<WidthRule> widths{Fraction{1}};
        for (std::size_t i = 0; i < others; ++i) {
            cells.push_back(cell("x"));
            widths.push_back(MinContent{});
        }
        std::vector<test::GridRow> rows(40, test::body_row("r", cells));
        return misfit({document(test::table(grid(std::move(widths), std::move(rows))))})
            .at(0)
            .hints;
    };
    EXPECT_THAT(hints(9), Contains(HasSubstr("beside 9 others")));
    EXPECT_THAT(hints(3), Not(Contains(HasSubstr("others"))));
}

TEST(Misfit, NamesNoLanguageOfOne) {
    const auto found = misfit({in_language("en", page(24, "a", "b"))});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].hints, SizeIs(1));
}

TEST(Misfit, LeavesAnOverflowToSpeakForItself) {
    const auto found = misfit({in_language("en", page(24, "abcdefghijklmnopqrst", "b"))});
    EXPECT_THAT(found, Not(Contains(testing::Field(&Diagnostic::code, "does-not-fit"))));
}

TEST(Misfit, NamesTheLanguagesOfAnOverflow) {
    const auto found = misfit({in_language("en", page(2, "a", "b")),
                               in_language("de", page(2, "abcdefghijklmnopqrst", "b"))});
    EXPECT_EQ(found.back().message, "too long: de");
    EXPECT_EQ(found.back().severity, Severity::Note);
}

}  // namespace
}  // namespace broadside::layout
