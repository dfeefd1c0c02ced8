#include <gmock/gmock.h>

#include "layout/bench.hpp"

/// What of a table stands on which page.
namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::document;
using test::grid;
using test::header_row;
using test::plain_rows;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Pages = std::vector<std::vector<std::string>>;

Pages ids_by_page(Bench& bench) {
    Pages pages;
    for (const placed::Table& table : parts_of<placed::Table>(bench.pages())) {
        std::vector<std::string>& ids = pages.emplace_back();
        for (const placed::Row& row : table.rows) ids.push_back(row.id);
    }
    return pages;
}

std::string lines_of_a(std::size_t count) {
    std::string text = "a";
    for (std::size_t i = 1; i < count; ++i) text += "\na";
    return text;
}

/// Lines of the column by page.
std::vector<std::vector<std::string>> lines_of_pages(Bench& bench, std::size_t column) {
    std::vector<std::vector<std::string>> pages;
    for (const placed::Table& table : parts_of<placed::Table>(bench.pages())) {
        std::vector<std::string>& lines = pages.emplace_back();
        for (const placed::Cell& cell : table.cells) {
            if (table.rows[cell.row].kind != RowKind::Body || cell.column != column) continue;
            for (const placed::Content& content : cell.content) {
                for (const std::string& line : lines_of(text_of(content))) lines.push_back(line);
            }
        }
    }
    return pages;
}

std::string numbered_lines(std::size_t count) {
    std::string text = "0";
    for (std::size_t i = 1; i < count; ++i) text += "\n" + std::to_string(i);
    return text;
}

/// A head, a section's title and a row of a name and so many lines, with a row above and below.
doc::Document with_high_row(std::size_t lines, std::size_t above) {
    return document(test::table(grid({Fraction{1}, Fraction{3}},
                                     {header_row({cell("H"), cell("H")}), test::section_row(2, "s"),
                                      body_row("a", {cell("a"), cell(lines_of_a(above))}),
                                      body_row("high", {cell("n"), cell(numbered_lines(lines))}),
                                      body_row("b", {cell("b"), cell("b")})})));
}

TEST(TableParts, BreaksARowHigherThanAPageBetweenLines) {
    Bench bench(with_high_row(50, 9));
    const auto pages = lines_of_pages(bench, 1);
    ASSERT_THAT(pages, SizeIs(4));
    // Under the head, the title and the row above are 10 lines.
    EXPECT_THAT(pages[0], SizeIs(9 + 10));
    EXPECT_EQ(pages[1].front(), "10");
    EXPECT_THAT(pages[1], SizeIs(19));
    EXPECT_THAT(pages[2], SizeIs(19));
    EXPECT_THAT(pages[3], ElementsAre("48", "49", "b"));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(TableParts, ShowsTheNameOfABrokenRowOnEachPageAndSaysThatItGoesOn) {
    Bench bench(with_high_row(50, 9));
    EXPECT_THAT(lines_of_pages(bench, 0)[3], ElementsAre("n", "b"));
    const auto tables = parts_of<placed::Table>(bench.pages());
    const placed::Row& last = tables[0].rows.back();
    const placed::Row& next = tables[1].rows[2];
    EXPECT_EQ(last.id, "high");
    EXPECT_EQ(next.id, "high");
    EXPECT_EQ(next.grid_row, last.grid_row);
    EXPECT_FALSE(last.continued);
    EXPECT_TRUE(next.continued);
    EXPECT_FALSE(next.repeated);
    EXPECT_EQ(flow(bench.typesetter, {}).body_rows, 3u);
}

TEST(TableParts, BreaksNoRowThatAPageHolds) {
    Bench bench(with_high_row(19, 9));
    EXPECT_THAT(ids_by_page(bench),
                ElementsAre(ElementsAre("", "s", "a"), ElementsAre("", "s", "high"),
                            ElementsAre("", "s", "b")));
}

TEST(TableParts, LeavesNoLineOfABrokenRowAlone) {
    Bench one_at_the_foot(with_high_row(40, 18));
    EXPECT_THAT(ids_by_page(one_at_the_foot).at(0), ElementsAre("", "s", "a"));
    Bench one_on_top(document(test::table(grid(
        {Fraction{1}}, {header_row({cell("H")}), body_row("high", {cell(numbered_lines(41))})}))));
    const auto pages = lines_of_pages(one_on_top, 0);
    EXPECT_EQ(pages[1].back(), "38");
    EXPECT_THAT(pages[2], ElementsAre("39", "40"));
}

TEST(TableParts, LeavesNoTitleAboveABrokenRowThatBeginsOnTheNextPage) {
    Bench bench(document(test::table(grid(
        {Fraction{1}},
        test::joined(test::joined({header_row({cell("H")})}, plain_rows(18)),
                     {test::section_row(1, "s"), body_row("high", {cell(numbered_lines(40))})})))));
    const auto ids = ids_by_page(bench);
    EXPECT_EQ(ids[0].back(), "r17");
    EXPECT_THAT(ids[1], ElementsAre("", "s", "high"));
}

TEST(TableParts, BreaksAMergedCellHigherThanAPage) {
    std::vector<test::GridRow> rows{
        header_row({cell("H"), cell("H")}),
        body_row("r0", {cell("r0"), test::spanning(3, 1, cell(numbered_lines(50)))}),
        body_row("r1", {cell("r1")}), body_row("r2", {cell("r2")}),
        body_row("r3", {cell("r3"), cell("end")})};
    Bench bench(document(test::table(grid({Fraction{1}, Fraction{1}}, std::move(rows)))));
    // 20 lines a page; the rows are as high as they need, and the last takes what is left.
    EXPECT_THAT(ids_by_page(bench),
                ElementsAre(ElementsAre("", "r0", "r1", "r2"), ElementsAre("", "r2"),
                            ElementsAre("", "r2", "r3")));
    const auto pages = lines_of_pages(bench, 1);
    ASSERT_THAT(pages, SizeIs(3));
    EXPECT_THAT(pages[0], SizeIs(20));
    EXPECT_EQ(pages[1].front(), "20");
    EXPECT_EQ(pages[2].front(), "40");
    EXPECT_EQ(pages[2].back(), "end");
    const auto tables = parts_of<placed::Table>(bench.pages());
    EXPECT_EQ(tables[1].cells[3].grid_row, 1u);
    EXPECT_EQ(tables[1].cells[3].grid_row_span, 3u);
}

TEST(TableParts, BreaksARowInOneGridOfSeveralLanguages) {
    SharedBench bench(
        {in_language("en", with_high_row(50, 9)), in_language("de", with_high_row(70, 9))});
    const Flowed flowed = flow(bench.typesetter, {});
    for (const std::size_t i : {0U, 1U}) {
        std::vector<std::string> lines;
        for (const placed::Table& table :
             parts_of<placed::Table>(place_pages(bench.editions[i], flowed, bench.typesetter))) {
            for (const placed::Cell& cell : table.cells) {
                if (table.rows[cell.row].id != "high" || cell.column != 1) continue;
                for (const placed::Content& content : cell.content) {
                    for (const std::string& line : lines_of(text_of(content)))
                        lines.push_back(line);
                }
            }
        }
        ASSERT_THAT(lines, SizeIs(i == 0 ? 50 : 70));
        for (std::size_t line = 0; line < lines.size(); ++line)
            EXPECT_EQ(lines[line], std::to_string(line));
    }
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

/// Rows of the levels, below a head, each one line high but the first, of so many lines.
doc::Document leveled(const std::vector<int>& levels, std::size_t lines_of_first) {
    std::vector<test::GridRow> rows{header_row({cell("H")})};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string id = "r" + std::to_string(i);
        rows.push_back(body_row(id, {cell(i == 0 ? lines_of_a(lines_of_first) : id)}));
        rows.back().row.level = levels[i];
    }
    return document(test::table(grid({Fraction{1}}, std::move(rows))));
}

TEST(TableParts, ShowRowsAgainThatOthersStandUnder) {
    Bench bench(leveled({0, 0, 1, 2, 1, 2, 2, 2, 0, 1}, 14));
    EXPECT_THAT(ids_by_page(bench),
                ElementsAre(ElementsAre("", "r0", "r1", "r2", "r3", "r4", "r5", "r6"),
                            ElementsAre("", "r1", "r4", "r7", "r8", "r9")));
    const auto tables = parts_of<placed::Table>(bench.pages());
    EXPECT_TRUE(tables[1].rows[1].repeated);
    EXPECT_TRUE(tables[1].rows[2].repeated);
    EXPECT_FALSE(tables[1].rows[3].repeated);
    EXPECT_EQ(tables[1].rows[3].grid_row, 8u);
    EXPECT_EQ(flow(bench.typesetter, {}).body_rows, 10u);
}

TEST(TableParts, ShowNoHighRowAgain) {
    std::vector<int> levels(20, 1);
    levels[0] = 0;
    Bench bench(leveled(levels, 6));
    EXPECT_THAT(ids_by_page(bench).at(1), ElementsAre("", "r15", "r16", "r17", "r18", "r19"));
}

TEST(TableParts, KeepARowWithTheFirstUnderIt) {
    Bench bench(leveled({0, 0, 1, 2, 2, 2, 2}, 18));
    EXPECT_THAT(
        ids_by_page(bench),
        ElementsAre(ElementsAre("", "r0"), ElementsAre("", "r1", "r2", "r3", "r4", "r5", "r6")));
}

TEST(TableParts, RepeatNoRowOfAnotherSection) {
    doc::Document nested = leveled({0, 0, 1, 0, 1, 1, 1, 1}, 17);
    std::get<doc::Table>(nested.blocks[0].content).grid.rows[5].begins_section = true;
    Bench bench(std::move(nested));
    EXPECT_THAT(ids_by_page(bench), ElementsAre(ElementsAre("", "r0", "r1", "r2", "r3"),
                                                ElementsAre("", "r4", "r5", "r6", "r7")));
}

doc::Document keeping(KeepTogether keep, doc::Document given) {
    std::get<doc::Table>(given.blocks[0].content).keep = keep;
    return given;
}

/// So many rows, then three that a merged cell joins, then two.
doc::Document with_merged_rows(std::size_t above) {
    std::vector<test::GridRow> rows;
    for (std::size_t i = 0; i < above; ++i) rows.push_back(body_row("", {cell("a"), cell("b")}));
    rows.push_back(body_row("m0", {cell("a"), test::spanning(3, 1, cell("all"))}));
    rows.push_back(body_row("m1", {cell("a")}));
    rows.push_back(body_row("m2", {cell("a")}));
    for (const char* id : {"x", "y"}) rows.push_back(body_row(id, {cell("a"), cell("b")}));
    return document(test::table(grid({Fraction{1}, Fraction{1}}, std::move(rows))));
}

TEST(TableParts, KeepMergedRowsTogetherWhereTheyAreAskedTo) {
    Bench apart(with_merged_rows(19));
    EXPECT_THAT(ids_by_page(apart).at(1), ElementsAre("m2", "x", "y"));
    Bench together(keeping(KeepTogether::Groups, with_merged_rows(19)));
    EXPECT_THAT(ids_by_page(together).at(1), ElementsAre("m0", "m1", "m2", "x", "y"));
}

TEST(TableParts, KeepRowsWithThatWhichTheyStandUnder) {
    Bench bench(keeping(KeepTogether::Groups, leveled({0, 0, 1, 1, 1, 0}, 19)));
    EXPECT_THAT(ids_by_page(bench),
                ElementsAre(ElementsAre("", "r0"), ElementsAre("", "r1", "r2", "r3", "r4", "r5")));
}

doc::Document two_sections_of(std::size_t first, std::size_t second) {
    std::vector<test::GridRow> rows{test::section_row(1, "s")};
    rows = test::joined(std::move(rows), plain_rows(first));
    rows.push_back(test::section_row(1, "t"));
    return document(
        test::table(grid({Fraction{1}}, test::joined(std::move(rows), plain_rows(second)))));
}

TEST(TableParts, KeepSectionsTogetherThatAPageHolds) {
    Bench together(keeping(KeepTogether::Sections, two_sections_of(9, 19)));
    const Pages pages = ids_by_page(together);
    ASSERT_THAT(pages, SizeIs(2));
    EXPECT_THAT(pages[0], SizeIs(10));
    EXPECT_EQ(pages[1].front(), "t");
    EXPECT_THAT(pages[1], SizeIs(20));
    Bench too_high(keeping(KeepTogether::Sections, two_sections_of(9, 40)));
    EXPECT_THAT(ids_by_page(too_high).at(0), SizeIs(21));
    EXPECT_THAT(too_high.typesetter.take_diagnostics(), IsEmpty());
}

TEST(TableParts, ShowWhatASectionSaysOnLaterPages) {
    std::vector<test::GridRow> rows{test::section_row(1, "s")};
    rows[0].cells[0].continued_form = cell("s (continued)");
    Bench bench(
        document(test::table(grid({Fraction{1}}, test::joined(std::move(rows), plain_rows(25))))));
    const auto tables = parts_of<placed::Table>(bench.pages());
    EXPECT_THAT(lines_of(text_of(tables[0].cells[0].content[0])), ElementsAre("s"));
    EXPECT_THAT(lines_of(text_of(tables[1].cells[0].content[0])), ElementsAre("s (continued)"));
}

TEST(RunningTitle, StandsOnEveryPageButTheFirst) {
    doc::Box title = test::text_block("T");
    title.is_running = true;
    doc::Box heading = test::text_block(lines_of_a(19));
    heading.keeps_with_next = true;
    Bench bench(document(title, test::text_block("a"), heading,
                         test::table(grid({Fraction{1}}, plain_rows(25)))));
    const std::vector<placed::Page> pages = bench.pages();
    ASSERT_THAT(pages, SizeIs(4));
    EXPECT_THAT(lines_of(parts_of<placed::Text>(pages[0].items)[0]), ElementsAre("a"));
    for (const std::size_t page : {1U, 2U, 3U}) {
        const placed::Text title_of_page = parts_of<placed::Text>(pages[page].items)[0];
        EXPECT_THAT(lines_of(title_of_page), ElementsAre("T"));
        EXPECT_TRUE(nearly(title_of_page.box.y, Pt(10)));
    }
    // A line and a gap of 6 are those of the title.
    EXPECT_THAT(parts_of<placed::Table>(pages[2].items).at(0).rows, SizeIs(20));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(Blocks, BeginAPageWhereTheyAreAskedTo) {
    doc::Box next = test::text_block("b");
    next.breaks_before = true;
    doc::Box first = test::text_block("a");
    first.breaks_before = true;
    Bench bench(document(first, next));
    EXPECT_THAT(bench.pages(), SizeIs(2));
}

}  // namespace
}  // namespace broadside::layout
