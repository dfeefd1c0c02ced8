#include <gmock/gmock.h>

#include "broadside/layout/table.hpp"
#include "broadside/layout/turned_cell.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::header_row;
using test::symbol_cell;
using testing::Contains;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Titles of 1, 8 and 4 characters, over symbols of 10 and 20 pt.
doc::Table symbols_under(HeadTurn head) {
    doc::Grid grid = test::grid({Fraction{1}, MinContent{}, MinContent{}},
                                {header_row({cell("n"), cell("abcdefgh"), cell("abcd")}),
                                 body_row("r", {cell("n"), symbol_cell(10), symbol_cell(20)})});
    for (const std::size_t i : {1, 2}) {
        grid.columns[i].head = head;
        grid.columns[i].pitch = 1;
    }
    return test::table(std::move(grid));
}

std::vector<double> widths_in(double width, const doc::Table& table) {
    Bench bench;
    return values_of(table_columns(table, Pt(width), bench.typesetter).widths);
}

TEST(Heads, TurnOnOnePitchWhereTheTableIsTooWide) {
    EXPECT_THAT(widths_in(140, symbols_under(HeadTurn::Auto)), ElementsAre(20, 80, 40));
    EXPECT_THAT(widths_in(100, symbols_under(HeadTurn::Auto)), ElementsAre(60, 20, 20));
    EXPECT_THAT(widths_in(140, symbols_under(HeadTurn::Rotated)), ElementsAre(100, 20, 20));
}

TEST(Heads, OfSymbolsAreBrokenForNoEvenNeighbours) {
    doc::Grid grid =
        test::grid({FitContent{Pt(100)}, FitContent{Pt(100)}, FitContent{Pt(100)}},
                   {header_row({cell("a"), cell("b"), cell("cc cc")}),
                    body_row("r", {cell("aaaaaaaa"), cell("bbbbb"), symbol_cell(10)})});
    for (doc::Column& column : grid.columns) column.has_default_width = true;
    grid.columns.back().is_symbols = true;
    const doc::Table table = test::table(std::move(grid));
    EXPECT_GE(widths_in(190, table)[2], 50);
    const std::vector<double> even = widths_in(210, table);
    EXPECT_EQ(even[0], even[1]) << "with room for both";
}

TEST(Heads, AreAsHighAsTheLongestThatIsTurned) {
    Bench bench;
    const doc::Table table = symbols_under(HeadTurn::Rotated);
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.columns = table_columns(table, Pt(100), bench.typesetter);
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    EXPECT_THAT(values_of(part.row_heights), ElementsAre(86, 20)) << "with air above and below";
    const placed::Table placed = place_part(table, part, {Pt(0), Pt(0)}, bench.typesetter);
    const placed::Text& title = text_of(placed.cells[2].content.at(0));
    ASSERT_TRUE(title.turn);
    EXPECT_EQ(title.box, (Rect{Pt(80), Pt(43), Pt(12), Pt(40)}));
    EXPECT_EQ(title.lines[0].left, title.turn->about.x);
    EXPECT_EQ(title.lines[0].baseline, title.turn->about.y + Pt(9));
}

TEST(Heads, LeaveRoomForThemselvesWhereTheyLean) {
    // The longest leans 31 pt over the end: from 6 pt inside its cell, by its length and height.
    const doc::Table table = symbols_under(HeadTurn::Slanted);
    EXPECT_THAT(widths_in(200, table), ElementsAre(DoubleNear(128.95, 0.1), 20, 20));
    Bench bench;
    table_columns(table, Pt(60), bench.typesetter);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].hints, Contains(HasSubstr("slanted heads need room")));
}

TEST(Heads, AreShortBeforeTheyTurn) {
    doc::Table table = symbols_under(HeadTurn::Auto);
    std::get<doc::Cell>(table.grid.slots[1]).short_form = cell("abc");
    EXPECT_THAT(widths_in(140, table), ElementsAre(20, 80, 40));
    EXPECT_THAT(widths_in(100, table), ElementsAre(30, 30, 40));
    EXPECT_THAT(widths_in(70, table), ElementsAre(30, 20, 20));
}

TEST(Heads, AreShortBeforeTextsTakeThreeLines) {
    const std::string text = "abcd abcd abcd abcd";
    doc::Grid grid = test::grid(
        {Fraction{1}, MinContent{}},
        {header_row({cell("n"), cell("abcdefghij")}), body_row("r", {cell(text), cell("1")})});
    std::get<doc::Cell>(grid.slots[1]).short_form = cell("abc");
    const doc::Table table = test::table(std::move(grid));
    EXPECT_THAT(widths_in(200, table), ElementsAre(100, 100));
    EXPECT_THAT(widths_in(190, table), ElementsAre(160, 30));
}

/// A title of 8 characters beside so many rows.
doc::Table group_of(std::size_t rows) {
    doc::Cell title = test::spanning(rows, 1, cell("abcdefgh"));
    title.scope = HeaderScope::Row;
    std::vector<test::GridRow> all = {header_row({cell("n"), cell("v")}),
                                      body_row("0", {title, cell("v")})};
    for (std::size_t row = 1; row < rows; ++row)
        all.push_back(body_row(std::to_string(row), {cell("v")}));
    doc::Grid grid = test::grid({FitContent{Pt(1)}, FixedWidth{Pt(60)}}, std::move(all));
    grid.columns[0].has_groups = true;
    return test::table(std::move(grid));
}

TEST(Heads, OfGroupsRunUpwardsInTheMiddleOfTheirRowsWhereOnlyTheseHaveRoom) {
    EXPECT_THAT(widths_in(140, group_of(8)), ElementsAre(80, 60));
    EXPECT_THAT(widths_in(100, group_of(8)), ElementsAre(40, 60));
    EXPECT_THAT(widths_in(100, group_of(7)), ElementsAre(80, 60));
    Bench bench;
    const doc::Table table = group_of(8);
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.columns = table_columns(table, Pt(100), bench.typesetter);
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    const placed::Table placed = place_part(table, part, {Pt(0), Pt(0)}, bench.typesetter);
    const placed::Cell& cell = placed.cells[2];
    const placed::Text& title = text_of(cell.content.at(0));
    ASSERT_TRUE(title.turn);
    EXPECT_EQ(title.box.centre().y, cell.box.centre().y);
}

TEST(Heads, OfGroupsRunUpwardsBesideRowsThatAreHighEnoughForWhatTheyHold) {
    doc::Table table = group_of(4);
    EXPECT_THAT(widths_in(100, table), ElementsAre(80, 60));
    for (const std::size_t slot : {3U, 5U, 7U, 9U})
        std::get<doc::Cell>(table.grid.slots[slot]) = cell("aaaa bbbb");
    EXPECT_THAT(widths_in(100, table), ElementsAre(40, 60));
}

TEST(Heads, OfGroupsStayUprightWhereTheirColumnIsWideEnoughWhateverOthersLack) {
    Bench bench;
    doc::Table table = group_of(8);
    std::get<doc::Cell>(table.grid.slots[1]) = cell("abcdefghij");
    const auto is_turned_in = [&](double width) {
        table.grid.columns[0].width = FixedWidth{Pt(width)};
        const TableColumns columns = table_columns(table, Pt(200), bench.typesetter);
        return all_cells(table.grid, columns.heads).at(2).is_turned;
    };
    EXPECT_FALSE(is_turned_in(80));
    EXPECT_TRUE(is_turned_in(79));
}

TEST(Heads, ThatNobodyTurnedTakeTwoLinesWhereThereIsRoom) {
    doc::Grid grid =
        test::grid({Fraction{1}, MaxContent{}}, {header_row({cell("n"), cell("abcdef ghijkl")}),
                                                 body_row("r", {cell("n"), symbol_cell(10)})});
    grid.columns[1].is_symbols = grid.columns[1].may_turn = true;
    const doc::Table table = test::table(std::move(grid));
    Bench bench;
    Setting setting;
    setting.turned_heads = true;
    bench.typesetter.use(setting);
    EXPECT_THAT(values_of(table_columns(table, Pt(100), bench.typesetter).widths),
                ElementsAre(76, 24));
    EXPECT_THAT(values_of(table_columns(table, Pt(30), bench.typesetter).widths),
                ElementsAre(10, 20));
}

/// Type that is scaled up does not turn what fits at its natural size.
TEST(Heads, AreThoseOfTheNaturalTypeAtAnySize) {
    Bench bench;
    bench.scale(2);
    const TableColumns large =
        table_columns(symbols_under(HeadTurn::Auto), Pt(140), bench.typesetter);
    EXPECT_EQ(large.heads.form, HeadForm::InFull);
    bench.scale(0.5);
    const TableColumns small =
        table_columns(symbols_under(HeadTurn::Auto), Pt(100), bench.typesetter);
    EXPECT_EQ(small.heads.form, HeadForm::Turned);
}

TEST(Heads, ThatRunUpwardsAreNotHyphenated) {
    doc::Table table = symbols_under(HeadTurn::Rotated);
    doc::Cell& head = std::get<doc::Cell>(table.grid.slots[1]);
    head = cell("aaaa bbbbbbbb cc");
    std::get<doc::Paragraph>(head.content.front()).is_head = true;
    Bench bench;
    Setting setting;
    setting.hyphenated_heads = true;
    bench.typesetter.use(setting);
    const auto placed = place_turned_cell(head, {Pt(0), Pt(0), Pt(30), Pt(110)}, bench.typesetter);
    EXPECT_THAT(lines_of(text_of(placed.at(0))), ElementsAre("aaaa ", "bbbbbbbb cc"));
}

/// A turned head with these words on a page in Chinese or Japanese.
placed::Text east_asian_head(const std::string& words, LongWords long_words,
                             const std::string& language = "zh-Hans") {
    doc::Grid grid =
        test::grid({FixedWidth{Pt(40)}, FixedWidth{Pt(40)}},
                   {header_row({cell("n"), cell(words)}), body_row("r", {cell("n"), cell("v")})});
    grid.columns[1].head = HeadTurn::Rotated;
    doc::Document made = test::document(test::table(std::move(grid)));
    made.metadata.language = language;
    Bench bench(std::move(made));
    Setting setting;
    setting.long_words = long_words;
    bench.typesetter.use(setting);
    const auto& table = std::get<doc::Table>(bench.document.blocks.front().content);
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.columns = table_columns(table, Pt(80), bench.typesetter);
    part.row_heights = part_row_heights(table, part, bench.typesetter);
    const placed::Table placed = place_part(table, part, {Pt(0), Pt(0)}, bench.typesetter);
    EXPECT_THAT(bench.typesetter.take_diagnostics(), testing::IsEmpty());
    return text_of(placed.cells.at(1).content.at(0));
}

TEST(Heads, InChineseStandUprightCharacterBelowCharacter) {
    for (const LongWords long_words : {LongWords::Whole, LongWords::Broken}) {
        const placed::Text head = east_asian_head("预 防 感 染", long_words);
        EXPECT_FALSE(head.turn);
        EXPECT_THAT(head.lines, SizeIs(4));
        const placed::Text latin = east_asian_head("Messenger API", long_words);
        EXPECT_TRUE(latin.turn);
    }
}

TEST(Heads, InJapaneseStandUprightInFormsOfVerticalText) {
    const placed::Text head = east_asian_head("型 数", LongWords::Whole, "ja");
    EXPECT_FALSE(head.turn);
    ASSERT_THAT(head.lines, SizeIs(2));
    for (const placed::Line& line : head.lines) EXPECT_TRUE(line.runs.at(0).glyphs.is_stacked);
    EXPECT_TRUE(east_asian_head("Null 安 全", LongWords::Whole, "ja").turn);
}

}  // namespace
}  // namespace broadside::layout
