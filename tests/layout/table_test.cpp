#include "broadside/layout/table.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::grid;
using test::header_row;
using test::padded;
using test::spanning;
using test::symbol_cell;
using testing::ElementsAre;
using testing::IsEmpty;

/// The whole table at (0, 0).
placed::Table placed_whole(const doc::Table& table, double width, Bench& bench) {
    SolvedPart part{all_rows(table.grid), table_columns(table, Pt(width), bench.typesetter), {}};
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    return place_part(table, part, {Pt(0), Pt(0)}, bench.typesetter);
}

placed::Table placed_whole(const doc::Table& table, double width) {
    Bench bench;
    return placed_whole(table, width, bench);
}

TEST(PlacedTable, KeepsMarksOfHeadsFurtherFromTheNextColumn) {
    doc::Cell marked = cell("abcd");
    auto& paragraph = std::get<doc::Paragraph>(marked.content[0]);
    paragraph.spans.push_back(test::note_mark("A"));
    paragraph.alignment = marked.alignment = Alignment::Centre;
    const placed::Table placed =
        placed_whole(padded(test::table(grid({FixedWidth{Pt(52)}},
                                             {header_row({marked}), body_row("r", {marked})})),
                            4, 0),
                     52);
    EXPECT_EQ(text_of(placed.cells[0].content.at(0)).lines[0].left, Pt(5));
    EXPECT_EQ(text_of(placed.cells[1].content.at(0)).lines[0].left, Pt(6));
}

TEST(PlacedTable, KeepsMarksAsFarFromARuleBehindTheirCellAsWordsAre) {
    doc::Cell marked = cell("abcd");
    auto& paragraph = std::get<doc::Paragraph>(marked.content[0]);
    paragraph.spans.push_back(test::note_mark("A"));
    paragraph.alignment = marked.alignment = Alignment::Centre;
    doc::Table table = padded(test::table(grid({FixedWidth{Pt(52)}, FixedWidth{Pt(52)}},
                                               {body_row("r", {marked, cell("a")})})),
                              4, 0);
    const auto end_of_marks = [&] {
        const placed::Table placed = placed_whole(table, 104);
        const placed::Line& line = text_of(placed.cells[0].content.at(0)).lines[0];
        return line.left + line.width;
    };
    EXPECT_GT(end_of_marks(), Pt(48));
    table.grid.columns[1].is_emphasised = true;
    EXPECT_TRUE(nearly(end_of_marks(), Pt(48)));
    table.grid.columns[1].is_emphasised = false;
    table.grid.columns[0].is_emphasised = true;
    EXPECT_TRUE(nearly(end_of_marks(), Pt(48)));
    table.grid.columns[0].is_emphasised = false;
    table.grid.columns[0].has_guide = true;
    EXPECT_LE(end_of_marks(), Pt(48));
}

TEST(TableColumnWidths, AddPaddingToTheContent) {
    Bench bench;
    const doc::Table table =
        padded(test::table(grid({MinContent{}, MaxContent{}, Fraction{1}},
                                {body_row("r", {cell("ab cd"), cell("ab cd"), cell("e")})})),
               3, 0);
    const std::vector<Pt> widths = table_columns(table, Pt(200), bench.typesetter).widths;
    EXPECT_THAT(values_of(widths), ElementsAre(26, 56, 118));
}

TEST(TableColumnWidths, GrowAndShrinkWithTheTypeButNotBeyondThePage) {
    const doc::Table table = test::table(
        grid({FixedWidth{Pt(80)}, Fraction{1}}, {body_row("r", {cell("a"), cell("b")})}));
    doc::Document fitted = test::document();
    fitted.fit = doc::Fit{};
    Bench bench(std::move(fitted));
    const auto first_at = [&](double scale) {
        bench.scale(scale);
        return table_columns(table, Pt(180), bench.typesetter).widths[0];
    };
    EXPECT_EQ(first_at(0.5), Pt(40));
    EXPECT_EQ(first_at(2), Pt(160));
    EXPECT_EQ(first_at(3), Pt(80));
}

TEST(TableColumnWidths, ReportATableThatIsTooWide) {
    Bench bench;
    const doc::Table table = test::table(
        grid({MinContent{}, Fraction{1}}, {body_row("r", {cell("abcdefgh"), cell("ab")})}));
    table_columns(table, Pt(72), bench.typesetter);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    EXPECT_THAT(messages_of(found),
                ElementsAre("the table of 2 columns is 9.9 mm wider than its page allows"));
    EXPECT_EQ(found[0].hints[0],
              "column \"c0\" cannot be narrower than 28.2 mm: \"abcdefgh\" in row \"r\"");
    EXPECT_EQ(found[0].hints.back(),
              "select fewer columns, turn the page to landscape, or reduce the type");
}

TEST(TableColumnWidths, TurnNoPageToLandscapeThatIs) {
    Bench bench;
    bench.document.page.size = {Pt(300), Pt(200)};
    const doc::Table table = test::table(grid({MinContent{}}, {header_row({cell("abcdefgh")})}));
    table_columns(table, Pt(72), bench.typesetter);
    const std::vector<std::string> hints = bench.typesetter.take_diagnostics()[0].hints;
    EXPECT_EQ(hints[0], "column \"c0\" cannot be narrower than 28.2 mm: \"abcdefgh\" in its head");
    EXPECT_EQ(hints.back(), "select fewer columns, choose a wider page, or reduce the type");
}

TEST(TableColumnWidths, NameTheWordThatAFixedColumnIsTooNarrowFor) {
    Bench bench;
    const doc::Table table =
        test::table(grid({FixedWidth{Pt(50)}}, {body_row("r", {cell("ab abcdefgh")})}));
    table_columns(table, Pt(50), bench.typesetter);
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("column \"c0\" is 17.6 mm wide and needs 28.2 mm for \"abcdefgh\" in "
                            "row \"r\""));
}

TEST(TableColumnWidths, AreToldAtOnceWhereSeveralAreTooNarrow) {
    Bench bench;
    const std::vector<WidthRule> rules(6, WidthRule(FixedWidth{Pt(20)}));
    const doc::Table table =
        test::table(grid(rules, {body_row("r", {cell("abcd"), cell("abcd"), cell("abcd"), cell("a"),
                                                cell("abcd"), cell("abcd")})}));
    table_columns(table, Pt(120), bench.typesetter);
    const auto messages = messages_of(bench.typesetter.take_diagnostics());
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_TRUE(messages[0].ends_with("; 4 more are too narrow: \"c1\", \"c2\", \"c4\", …"))
        << messages[0];
}

TEST(TableColumnWidths, NameTheRowWhoseSymbolIsTooWide) {
    Bench bench;
    const doc::Table table = test::table(grid(
        {FixedWidth{Pt(50)}, MinContent{}},
        {body_row("r", {test::symbol_cell(10), cell("a")}),
         body_row("wide", {test::symbol_cell(80), cell("a")}),
         body_row("noted",
                  {test::symbol_cell(10), test::symbol_cell(10, {test::note_mark("abcdefgh")})})}));
    table_columns(table, Pt(200), bench.typesetter);
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("column \"c0\" is 17.6 mm wide and needs 28.2 mm for its symbol in row "
                            "\"wide\""));
    table_columns(table, Pt(100), bench.typesetter);
    EXPECT_EQ(bench.typesetter.take_diagnostics()[0].hints[0],
              "column \"c1\" cannot be narrower than 32.8 mm: its symbol with note marks in row "
              "\"noted\"");
}

TEST(TableColumnWidths, BreakTheWidestWordsWhereTheyMay) {
    Bench bench;
    const doc::Table table = test::table(
        grid({MinContent{}, Fraction{1}},
             {body_row("r", {cell("abcd"), cell("**********")}),
              {{{RowKind::Section, kNoBand, "s", true}}, {spanning(1, 2, cell("************"))}}}));
    Setting setting;
    setting.long_words = LongWords::Broken;
    bench.typesetter.use(setting);
    const std::vector<Pt> widths = table_columns(table, Pt(100), bench.typesetter).widths;
    EXPECT_TRUE(nearly(widths[0], Pt(40)));
    EXPECT_TRUE(nearly(widths[1], Pt(60)));
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("\"**********\" is broken inside: it needs 35.3 mm and column \"c1\" "
                            "has 21.1 mm",
                            "\"************\" is broken inside: it needs 42.4 mm and the table has "
                            "35.2 mm"));
}

TEST(TableColumnWidths, MayLeaveTheSharesToMakeTheTableLower) {
    Bench bench;
    const doc::Table table = test::table(grid(
        {Fraction{1}, Fraction{1}}, {body_row("r", {cell("aaaa bbbb cccc dddd"), cell("ab")})}));
    Setting setting;
    setting.free_widths = FreeWidths::All;
    bench.typesetter.use(setting);
    const std::vector<Pt> widths = table_columns(table, Pt(160), bench.typesetter).widths;
    EXPECT_GE(widths[0], Pt(90));  // two words a line instead of one
    EXPECT_TRUE(nearly(widths[0] + widths[1], Pt(160)));
}

TEST(TableColumnWidths, KeepRoomForASpanningWordWhenTheyAreFree) {
    Bench bench;
    const doc::Table table = test::table(
        grid({Fraction{1}, Fraction{1}, Fraction{2}},
             {header_row({spanning(1, 2, cell("abcdefgh")), cell("c")}),
              body_row("r", {cell("a b"), cell("a b"), cell("aaa bbb ccc ddd eee fff ggg hhh")})}));
    Setting setting;
    setting.free_widths = FreeWidths::All;
    bench.typesetter.use(setting);
    const std::vector<Pt> widths = table_columns(table, Pt(200), bench.typesetter).widths;
    EXPECT_GE(widths[0] + widths[1], Pt(80));
}

TEST(TableColumnWidths, ClearTheBarOfABandInTheFirstColumn) {
    Bench bench;
    doc::Table table =
        padded(test::table(grid({MinContent{}, MinContent{}, Fraction{1}},
                                {body_row("r", {cell("ab"), cell("ab"), cell("e")})})),
               3, 0);
    table.style.bands = {{{}, {}, Pt(2)}, {{}, {}, Pt(4)}};
    const std::vector<Pt> widths = table_columns(table, Pt(200), bench.typesetter).widths;
    EXPECT_THAT(values_of(widths), ElementsAre(30, 26, 144));
}

TEST(PartRowHeights, TakeTheirPaddingFromTheSetting) {
    Bench bench;
    bench.scale(1, 0.5);
    const doc::Table table = padded(test::table(grid({Fraction{1}}, test::plain_rows(1))), 0, 4);
    EXPECT_THAT(part_row_heights(table, {all_rows(table.grid), {{Pt(100)}}, {}}, bench.typesetter),
                ElementsAre(Pt(16)));
}

TEST(PartRowHeights, AreWholePointsWithPadding) {
    Bench bench;
    const doc::Table table = padded(
        test::table(grid({Fraction{1}}, {body_row("r", {cell(test::paragraph("a", 8))})})), 0, 2);
    // A line of 9.6 and twice 2 are 13.6.
    EXPECT_THAT(part_row_heights(table, {all_rows(table.grid), {{Pt(100)}}, {}}, bench.typesetter),
                ElementsAre(Pt(14)));
}

TEST(PlacePart, CoversTheGridWithCells) {
    const placed::Table table = placed_whole(
        test::table(grid(
            {FixedWidth{Pt(50)}, FixedWidth{Pt(50)}},
            {body_row("r0", {spanning(2, 1, cell("a")), cell("b")}), body_row("r1", {cell("c")})})),
        100);
    EXPECT_EQ(table.box, (Rect{Pt(0), Pt(0), Pt(100), Pt(24)}));
    EXPECT_THAT(values_of(table.column_edges), ElementsAre(0, 50, 100));
    EXPECT_EQ(table.cells[0].box, (Rect{Pt(0), Pt(0), Pt(50), Pt(24)}));
    EXPECT_EQ(table.cells[2].box, (Rect{Pt(50), Pt(12), Pt(50), Pt(12)}));
    EXPECT_EQ(table.cells[0].row_span, 2u);
    EXPECT_EQ(table.rows[1].id, "r1");
}

TEST(PlacePart, CentresContentInItsRow) {
    const placed::Table table =
        placed_whole(test::table(grid({Fraction{1}, Fraction{1}},
                                      {body_row("r", {cell("a\nb\nc"), symbol_cell(10)})})),
                     100);
    EXPECT_TRUE(nearly(std::get<placed::Symbol>(table.cells[1].content[0]).box.y, Pt(13)));
}

TEST(PlacePart, SetsHeadersOnTheRuleBelowThem) {
    const placed::Table table =
        placed_whole(padded(test::table(grid({Fraction{1}, Fraction{1}},
                                             {header_row({cell("a\nb\nc"), cell("d")})})),
                            0, 2),
                     100);
    EXPECT_TRUE(nearly(text_of(table.cells[1].content[0]).box.bottom(), Pt(38)));
}

TEST(PlacePart, SetsSingleLinesOfARowOnOneBaseline) {
    const placed::Table table = placed_whole(
        padded(test::table(grid({Fraction{1}, Fraction{1}},
                                {body_row("r", {cell("a"), cell(test::paragraph("b", 8))})})),
               0, 3),
        100);
    EXPECT_TRUE(nearly(text_of(table.cells[0].content[0]).lines[0].baseline,
                       text_of(table.cells[1].content[0]).lines[0].baseline));
}

TEST(PlacePart, SharesWhatIsAddedToAllRowsAboveAndBelow) {
    const auto top_in_first_row = [](Pt added, Pt added_to_second, VerticalAlignment alignment) {
        doc::Cell aligned = cell("a");
        aligned.vertical_alignment = alignment;
        const doc::Table table =
            padded(test::table(grid({FixedWidth{Pt(50)}},
                                    {body_row("r", {aligned}), body_row("s", {aligned})})),
                   0, 3);
        Bench bench;
        SolvedPart part{all_rows(table.grid), table_columns(table, Pt(50), bench.typesetter), {}};
        part.row_heights = part_row_heights(table, part, bench.typesetter);
        part.row_heights[0] += added;
        part.row_heights[1] += added_to_second;
        return text_of(place_part(table, part, {}, bench.typesetter).cells[0].content[0]).box.y;
    };
    EXPECT_EQ(top_in_first_row(Pt(0), Pt(0), VerticalAlignment::Top), Pt(3));
    EXPECT_EQ(top_in_first_row(Pt(10), Pt(10), VerticalAlignment::Top), Pt(8));
    EXPECT_EQ(top_in_first_row(Pt(10), Pt(0), VerticalAlignment::Top), Pt(3))
        << "others may be higher for what they hold";
    const Pt bottom = top_in_first_row(Pt(0), Pt(0), VerticalAlignment::Bottom);
    EXPECT_EQ(top_in_first_row(Pt(10), Pt(10), VerticalAlignment::Bottom), bottom + Pt(5));
}

TEST(PlacePart, KeepsSymbolsOfAColumnOnOneAxis) {
    const placed::Table table = placed_whole(
        test::table(grid({Fraction{1}}, {body_row("r0", {symbol_cell(10)}),
                                         body_row("r1", {symbol_cell(10, {test::note_mark("A")})}),
                                         body_row("r2", {symbol_cell(12)})})),
        100);
    for (const placed::Cell& cell : table.cells) {
        EXPECT_EQ(std::get<placed::Symbol>(cell.content[0]).box.centre().x, Pt(50));
    }
}

TEST(PlacePart, ScalesTheStyleWithTheType) {
    Bench bench;
    bench.scale(2, 0.5);
    doc::Table table = padded(test::table(grid({Fraction{1}}, test::plain_rows(1))), 4, 2);
    table.style.strong_rule.width = Pt(1);
    table.style.bands.push_back({{}, {}, Pt(3)});
    const TableStyle style = placed_whole(table, 100, bench).style;
    EXPECT_EQ(style.strong_rule.width, Pt(2));
    EXPECT_EQ(style.bands[0].bar_width, Pt(6));
    EXPECT_EQ(style.padding_x, Pt(8));
    EXPECT_EQ(style.padding_y, Pt(2));
}

TEST(PlacePart, ReportsNothingWhenAllFits) {
    Bench bench;
    placed_whole(test::table(grid({MinContent{}}, test::plain_rows(2))), 100, bench);
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
