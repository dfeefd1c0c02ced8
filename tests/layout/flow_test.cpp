#include "broadside/layout/flow.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::document;
using test::grid;
using test::header_row;
using test::plain_rows;
using test::text_block;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The plan and what it looks like.
struct Flow {
    Flowed flowed;
    std::vector<placed::Page> pages;
};

Flow flowed(Bench& bench, const Spread& spread = {}) {
    Flow result{flow(bench.typesetter, spread), {}};
    result.pages = place_pages(bench.document, result.flowed, bench.typesetter);
    return result;
}

std::vector<std::string> ids_of(const placed::Table& table) {
    std::vector<std::string> ids;
    for (const placed::Row& row : table.rows) ids.push_back(row.id);
    return ids;
}

/// A header row, then `count` rows; the page has room for 23 lines of 12, or 21 above a number.
doc::Table long_table(std::size_t count) {
    return test::table(
        grid({Fraction{1}}, test::joined({header_row({cell("H")})}, plain_rows(count))));
}

TEST(Flow, StacksBlocksWithGaps) {
    Bench bench(document(text_block("a"), text_block("b")));
    const Flow pages = flowed(bench);
    const auto texts = parts_of<placed::Text>(pages.pages);
    EXPECT_EQ(texts[0].box.y, Pt(10));
    EXPECT_TRUE(nearly(texts[1].box.y, Pt(32)));
    EXPECT_EQ(pages.flowed.gaps, 1u);
    EXPECT_TRUE(nearly(pages.flowed.spare, Pt(280 - 34)));
}

TEST(Flow, OpensNoGapForABlockWithNothingInIt) {
    Bench bench(document(text_block("a"), doc::Stack{}, text_block("b")));
    const Flow pages = flowed(bench);
    EXPECT_EQ(pages.flowed.gaps, 1u);
    EXPECT_TRUE(nearly(pages.flowed.spare, Pt(280 - 34)));
}

TEST(Flow, RepeatsTheHeaderOnEveryPageAndSaysSo) {
    Bench bench(document(long_table(30)));
    const auto tables = parts_of<placed::Table>(flowed(bench).pages);
    ASSERT_THAT(tables, SizeIs(2));
    EXPECT_FALSE(tables[0].rows[0].repeated);
    EXPECT_TRUE(tables[1].rows[0].repeated);
    EXPECT_EQ(tables[1].rows[0].kind, RowKind::Header);
    EXPECT_FALSE(tables[0].continues_previous);
    EXPECT_TRUE(tables[0].continues_next);
    EXPECT_TRUE(tables[1].continues_previous);
    EXPECT_FALSE(tables[1].continues_next);
}

TEST(Flow, ShowsEveryRowOnce) {
    Bench bench(document(long_table(30)));
    const auto tables = parts_of<placed::Table>(flowed(bench).pages);
    // 280 less a number of 12 and its gap of 6 is room for the header and 20 rows.
    EXPECT_EQ(ids_of(tables[0]).back(), "r19");
    EXPECT_EQ(ids_of(tables[1])[1], "r20");
    EXPECT_THAT(tables[0].rows, SizeIs(21));
    EXPECT_THAT(tables[1].rows, SizeIs(11));
}

TEST(Flow, KeepsASectionBarWithItsFirstTwoRows) {
    // 19 rows leave room for the bar and one row only.
    Bench bench(document(test::table(grid(
        {Fraction{1}},
        test::joined(test::joined(plain_rows(19), {test::section_row(1, "s")}), plain_rows(4))))));
    const auto tables = parts_of<placed::Table>(flowed(bench).pages);
    EXPECT_THAT(tables[0].rows, SizeIs(19));
    EXPECT_EQ(tables[1].rows[0].kind, RowKind::Section);
}

TEST(Flow, ShowsACutCellAgainOnTheNextPage) {
    std::vector<test::GridRow> rows{body_row("r", {cell("r"), test::spanning(30, 1, cell("all"))})};
    for (int i = 1; i < 30; ++i) rows.push_back(body_row("r", {cell("r")}));
    Bench bench(document(test::table(grid({Fraction{1}, Fraction{1}}, std::move(rows)))));
    const auto tables = parts_of<placed::Table>(flowed(bench).pages);
    ASSERT_THAT(tables, SizeIs(2));
    EXPECT_EQ(tables[1].rows[0].grid_row, tables[0].rows.size());
    for (const placed::Table& table : tables) {
        EXPECT_THAT(lines_of(text_of(table.cells[1].content[0])), ElementsAre("all"));
        EXPECT_EQ(table.number, 1u);
        EXPECT_EQ(table.cells[1].grid_row, 0u);
        EXPECT_EQ(table.cells[1].grid_row_span, 30u);
        EXPECT_EQ(table.cells[1].row_span, table.rows.size());
        EXPECT_EQ(table.cells[1].box.height, table.box.height);
    }
}

std::string text_of_lines(std::size_t count) {
    std::string text = "a";
    for (std::size_t i = 1; i < count; ++i) text += "\na";
    return text;
}

/// A head and rows of so many lines under a section title. A page has room for 21 lines, of which
/// the head and the title take two.
doc::Document rows_under_a_title(const std::vector<std::size_t>& lines) {
    std::vector<test::GridRow> rows{header_row({cell("H")}), test::section_row(1, "s")};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        doc::Cell text = cell(text_of_lines(lines[i]));
        text.origin = test::place_at("/" + std::to_string(i));
        rows.push_back(body_row("r" + std::to_string(i), {text}));
    }
    return document(test::table(grid({Fraction{1}}, std::move(rows))));
}

std::vector<std::vector<std::string>> ids_of_pages(Bench& bench) {
    std::vector<std::vector<std::string>> ids;
    for (const placed::Table& table : parts_of<placed::Table>(flowed(bench).pages))
        ids.push_back(ids_of(table));
    return ids;
}

TEST(Flow, KeepsASectionTitleWithOneRowWhereTwoAreTooHigh) {
    Bench bench(rows_under_a_title({10, 10, 9}));
    EXPECT_THAT(ids_of_pages(bench),
                ElementsAre(ElementsAre("", "s", "r0"), ElementsAre("", "s", "r1", "r2")));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Flow, RepeatsNoSectionTitleThatARowHasNoRoomFor) {
    Bench bench(rows_under_a_title({5, 5, 20, 5}));
    EXPECT_THAT(ids_of_pages(bench),
                ElementsAre(ElementsAre("", "s", "r0", "r1"), ElementsAre("", "r2"),
                            ElementsAre("", "s", "r3")));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Flow, LeavesASectionTitleAloneOnlyAboveARowWithoutRoomForIt) {
    Bench bench(rows_under_a_title({20, 5}));
    EXPECT_THAT(ids_of_pages(bench), ElementsAre(ElementsAre("", "s"), ElementsAre("", "r0"),
                                                 ElementsAre("", "s", "r1")));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Flow, NamesTheRowThatIsTooHigh) {
    doc::Cell high = cell(doc::SymbolLine{test::symbol(300, 0.1), {}});
    high.origin = test::place_at("/1");
    Bench bench(document(
        test::table(grid({Fraction{1}}, {header_row({cell("H")}), body_row("r0", {cell("a")}),
                                         body_row("r1", {high})}))));
    flowed(bench);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    ASSERT_THAT(found, SizeIs(1));
    // Under the head it takes 312, and has 280 less a number of 12 and its gap of 6.
    EXPECT_EQ(found[0].message, "row \"r1\" is 17.6 mm higher than the room on its page");
    EXPECT_EQ(test::pointer_of(found[0].place), "/1");
}

TEST(Flow, NumbersSeveralPages) {
    Bench bench(document(long_table(30)));
    std::vector<std::string> numbers;
    for (const placed::Text& number : numbers_of(flowed(bench).pages)) {
        numbers.push_back(lines_of(number)[0]);
        EXPECT_TRUE(nearly(number.box.bottom(), Pt(290)));
        EXPECT_EQ(number.lines[0].left, Pt(85));
    }
    EXPECT_THAT(numbers, ElementsAre("1/2", "2/2"));
}

TEST(Flow, NumbersPagesInTheDigitsOfTheLanguage) {
    doc::Document numbered = document(long_table(30));
    numbered.page.zero_digit = 0x0966;
    Bench bench(std::move(numbered));
    const auto numbers = numbers_of(flowed(bench).pages);
    ASSERT_THAT(numbers, SizeIs(2));
    EXPECT_EQ(lines_of(numbers[0])[0], "\u0967/\u0968");
}

TEST(Flow, NumbersNoSinglePage) {
    Bench bench(document(long_table(3)));
    EXPECT_THAT(numbers_of(flowed(bench).pages), IsEmpty());
}

TEST(Flow, SetsTheImprintAtTheFootOfTheLastPage) {
    Bench bench(document(test::foot(test::paragraph("abc")), text_block("a")));
    const Flow pages = flowed(bench);
    const auto imprints = asides_of(pages.pages);
    ASSERT_THAT(imprints, SizeIs(1));
    EXPECT_TRUE(nearly(imprints[0].box.bottom(), Pt(290)));
    // The text, the imprint and the gap of 6 above it.
    EXPECT_TRUE(nearly(pages.flowed.spare, Pt(280 - 12 - 12 - 6)));
}

TEST(Flow, SetsTheImprintFurtherOffWhereBlocksAre) {
    doc::Document made = document(test::foot(test::paragraph("abc")), text_block("a"));
    made.page.block_gap = Pt(40);
    Bench bench(std::move(made));
    EXPECT_TRUE(nearly(flowed(bench).flowed.spare, Pt(280 - 12 - 12 - 16)));
}

TEST(Flow, KeepsTheNumberClearOfALongImprint) {
    Bench bench(document(long_table(30), test::foot(test::paragraph("abcdefghijklm"))));
    const Flow pages = flowed(bench);
    const Rect imprint = asides_of(pages.pages)[0].box;
    const auto numbers = numbers_of(pages.pages);
    EXPECT_TRUE(fits(numbers[1].box.bottom() + Pt(3), imprint.y));
    EXPECT_EQ(numbers[0].box.y, numbers[1].box.y);
    const auto tables = parts_of<placed::Table>(pages.pages);
    for (const placed::Table& table : tables)
        EXPECT_TRUE(fits(table.box.bottom(), numbers[0].box.y));
}

TEST(Flow, MovesABlockThatDoesNotFitToTheNextPage) {
    Bench bench(document(long_table(18), text_block("a\nb\nc\nd\ne")));
    const Flow pages = flowed(bench);
    ASSERT_THAT(pages.pages, SizeIs(2));
    EXPECT_EQ(parts_of<placed::Text>(pages.pages[1].items)[0].box.y, Pt(10));
}

TEST(Flow, LeavesNoHeadingAtTheFootOfAPage) {
    doc::Box heading = text_block("H");
    heading.keeps_with_next = true;
    Bench bench(document(text_block(text_of_lines(19)), heading, long_table(9)));
    const Flow pages = flowed(bench);
    ASSERT_THAT(pages.pages, SizeIs(2));
    EXPECT_THAT(parts_of<placed::Text>(pages.pages[0].items), SizeIs(2));  // and the number
    EXPECT_THAT(lines_of(parts_of<placed::Text>(pages.pages[1].items)[0]), ElementsAre("H"));
    EXPECT_TRUE(nearly(parts_of<placed::Text>(pages.pages[1].items)[0].box.y, Pt(10)));
    EXPECT_TRUE(nearly(parts_of<placed::Table>(pages.pages)[0].box.y, Pt(32)));
    EXPECT_TRUE(nearly(pages.flowed.pages[0].used, Pt(19 * 12)));
}

TEST(Flow, LeavesAHeadingAloneThatIsAllOfItsPage) {
    doc::Box heading = text_block(text_of_lines(20));
    heading.keeps_with_next = true;
    Bench bench(document(heading, long_table(9)));
    EXPECT_THAT(flowed(bench).pages, SizeIs(2));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Flow, ReportsABlockHigherThanAPage) {
    doc::Labelled code;
    code.label = test::symbol(300, 0.1);
    doc::Box box = test::box(std::move(code));
    box.name = "a code";
    Bench bench(document(text_block("a"), box));
    flowed(bench);
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("a code is 13.4 mm higher than the room on its page"));
}

TEST(Flow, MakesAPageAsHighAsItsContent) {
    doc::Document web = document(long_table(99), test::foot(test::paragraph("abc")));
    web.page.auto_height = true;
    Bench bench(std::move(web));
    const Flow pages = flowed(bench);
    ASSERT_THAT(pages.pages, SizeIs(1));
    // 100 rows, a gap of 6 and the imprint, between margins of 10.
    EXPECT_TRUE(nearly(pages.pages[0].size.height, Pt(10 + 1200 + 6 + 12 + 10)));
    EXPECT_TRUE(nearly(asides_of(pages.pages)[0].box.y, Pt(1216)));
}

TEST(Flow, RefusesAPageHigherThanAnyMayBe) {
    doc::Document web = document(long_table(1200));
    web.page.auto_height = true;
    Bench bench(std::move(web));
    flowed(bench);
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("the content is 5091 mm high, and no page may be higher than 5080 mm"));
}

TEST(Flow, SpreadsSpareHeightOverRowsAndGaps) {
    Bench bench(document(text_block("a"), long_table(2)));
    const auto tables = parts_of<placed::Table>(flowed(bench, {Pt(3), Pt(5)}).pages);
    EXPECT_TRUE(nearly(tables[0].box.y, Pt(10 + 12 + 15)));
    EXPECT_TRUE(nearly(tables[0].rows[0].height, Pt(12)));
    EXPECT_TRUE(nearly(tables[0].rows[1].height, Pt(15)));
}

TEST(Flow, CountsTheRowsOfAllParts) {
    Bench bench(document(long_table(30)));
    EXPECT_EQ(flow(bench.typesetter, {}).body_rows, 30u);
}

}  // namespace
}  // namespace broadside::layout
