#include "broadside/layout/figure_columns.hpp"

#include <gmock/gmock.h>
#include <algorithm>
#include <cmath>

#include "broadside/layout/table.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using ::testing::ElementsAre;

doc::Cell at_end(doc::Paragraph paragraph) {
    doc::Cell cell = test::cell(std::move(paragraph));
    cell.alignment = Alignment::End;
    return cell;
}

/// Every character is 10 pt wide, a mark 5 pt.
doc::Cell figure(std::string text, std::size_t axis, bool has_mark = false) {
    doc::Paragraph paragraph = test::paragraph(std::move(text));
    paragraph.spans.front().axis = axis;
    if (has_mark) paragraph.spans.push_back(test::note_mark("1"));
    return at_end(std::move(paragraph));
}

/// The same with a symbol 10 pt wide, a space from the figure.
doc::Cell with_symbol(doc::Cell cell, bool is_behind = false) {
    std::vector<doc::Span>& spans = std::get<doc::Paragraph>(cell.content.at(0)).spans;
    std::vector<doc::Span> value = {test::symbol_span(10), test::paragraph(" ").spans.front()};
    if (is_behind) std::reverse(value.begin(), value.end());
    const auto first_mark =
        std::find_if(spans.begin(), spans.end(), [](const doc::Span& span) { return span.hangs; });
    spans.insert(is_behind ? first_mark : spans.begin(), value.begin(), value.end());
    return cell;
}

/// Where the lines of the cells of one column begin, which is no wider than `width`, before a page
/// is mirrored; that of its head first, if it has one.
std::vector<placed::Line> column_lines(double width, std::vector<doc::Cell> cells,
                                       double padding = 0,
                                       Direction direction = Direction::LeftToRight,
                                       std::optional<doc::Cell> head = {}) {
    Bench bench;
    bench.document.direction = direction;
    std::vector<test::GridRow> rows;
    if (head) rows.push_back(test::header_row({*std::move(head)}));
    for (doc::Cell& cell : cells) rows.push_back(test::body_row("r", {std::move(cell)}));
    const doc::Table table =
        test::padded(test::table(test::grid({MinContent{}}, std::move(rows))), padding, 0);
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.columns = table_columns(table, Pt(width), bench.typesetter);
    EXPECT_FALSE(bench.typesetter.has_overflows());
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    std::vector<placed::Line> lines;
    for (const placed::Cell& cell : place_part(table, part, {}, bench.typesetter).cells)
        lines.push_back(std::get<placed::Text>(cell.content.at(0)).lines.at(0));
    return lines;
}

std::vector<double> lefts_of(double width, std::vector<doc::Cell> cells, double padding = 0,
                             Direction direction = Direction::LeftToRight,
                             std::optional<doc::Cell> head = {}) {
    std::vector<double> lefts;
    for (const placed::Line& line :
         column_lines(width, std::move(cells), padding, direction, std::move(head)))
        lefts.push_back(line.left.value);
    return lefts;
}

TEST(FigureColumns, StandOnOneAxisAndWordsEndWhereTheyDo) {
    EXPECT_THAT(lefts_of(50, {figure("10.5", 2), figure("300", 3), at_end(test::paragraph("-"))}),
                ElementsAre(10, 0, 40));
}

TEST(FigureColumns, HaveTheirSymbolsUnderEachOther) {
    for (const bool is_behind : {false, true}) {
        const std::vector<placed::Line> lines =
            column_lines(80,
                         {with_symbol(figure("10.5", 2), is_behind),
                          with_symbol(figure("300", 3, true), is_behind), figure("1.5", 1)},
                         5);
        const Pt axis = is_behind ? Pt(35) : Pt(55);
        for (const std::size_t i : {0u, 1u}) {
            EXPECT_EQ(lines.at(i).symbols.at(0).box.x, is_behind ? Pt(65) : Pt(5));
            const std::vector<placed::Run>& runs = lines.at(i).runs;
            const auto digits = std::find_if(runs.begin(), runs.end(), [](const placed::Run& run) {
                return run.glyphs.utf8.find('0') != std::string::npos;
            });
            ASSERT_NE(digits, runs.end());
            EXPECT_EQ(digits->origin.x, axis - (i == 0 ? Pt(20) : Pt(30)));
        }
    }
}

TEST(FigureColumns, HangMarksIntoThePadding) {
    EXPECT_THAT(lefts_of(40, {figure("10", 2, true), figure("300", 3)}, 5), ElementsAre(15, 5));
    EXPECT_THAT(lefts_of(36, {figure("10", 2, true), figure("300", 3)}, 1), ElementsAre(11, 1));
}

TEST(FigureColumns, LeaveTheMiddleForMarksThatHaveNoRoomBeside) {
    const FigureColumn column{Pt(20), Pt(10), Pt(8), Pt(5)};
    EXPECT_EQ(column.frame(Pt(0), Pt(100), Alignment::Centre, {}).left, Pt(35));
    EXPECT_EQ(column.frame(Pt(0), Pt(36), Alignment::Centre, {}).left, Pt(1));
}

TEST(FigureColumns, KeepTheirAxisInTheWidthThatTheyNeedToTheLastBit) {
    const FigureColumn column{Pt(20), Pt(10), Pt(8), Pt(0)};
    const double less = std::nextafter(30.0, 0.0);
    EXPECT_NEAR(column.frame(Pt(0), Pt(less), Alignment::End, {}).axis.value, 20, 1e-6);
    EXPECT_NEAR(column.frame(Pt(0), Pt(28), Alignment::End, {}).axis.value, 20, 1e-6);
}

TEST(FigureColumns, EndWhereTheirHeadDoesWhateverItsMarksNeed) {
    doc::Paragraph head = test::paragraph("abc");
    head.spans.push_back(test::note_mark("1"));
    EXPECT_THAT(lefts_of(35, {figure("300", 3), figure("10", 2, true)}, 0, Direction::LeftToRight,
                         at_end(std::move(head))),
                ElementsAre(0, 0, 10));
}

TEST(FigureColumns, HaveHeadsThatEndWhereAllOfThemDo) {
    const auto left_of_head = [](const std::string& one, std::size_t axis) {
        std::vector<doc::Cell> cells(6, figure("300", 3));
        cells.push_back(figure(one, axis));
        return lefts_of(90, std::move(cells), 0, Direction::LeftToRight,
                        at_end(test::paragraph("abc")))
            .front();
    };
    EXPECT_EQ(left_of_head("1.5", 1), 60);
    EXPECT_EQ(left_of_head("1 kg", 1), 60);
    EXPECT_EQ(left_of_head("1 (2)", 1), 20) << "a remark is none";
}

TEST(FigureColumns, HaveHeadsThatRunUpwardsInTheirMiddle) {
    Bench bench;
    doc::Grid grid =
        test::grid({FixedWidth{Pt(80)}}, {test::header_row({at_end(test::paragraph("year"))}),
                                          test::body_row("r", {figure("2007", 4)})});
    grid.columns[0].head = HeadTurn::Rotated;
    const doc::Table table = test::table(std::move(grid));
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.columns = table_columns(table, Pt(80), bench.typesetter);
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    const placed::Table placed = place_part(table, part, {}, bench.typesetter);
    const auto& head = std::get<placed::Text>(placed.cells.at(0).content.at(0));
    ASSERT_TRUE(head.turn);
    EXPECT_EQ(head.box.centre().x, Pt(60)) << "above figures that stand from 40 to 80";
}

// Numbers run from left to right there too, so what is behind the sign is on the page's start side;
// words end where their line does.
TEST(FigureColumns, StandOnOneAxisFromRightToLeft) {
    EXPECT_THAT(lefts_of(50, {figure("10.5", 2), figure("300", 3), at_end(test::paragraph("-"))}, 0,
                         Direction::RightToLeft),
                ElementsAre(0, 20, 40));
}

}  // namespace
}  // namespace broadside::layout
