#include "broadside/resolve/table.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/selection.hpp"
#include "broadside/resolve/spans.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using test::ref_cell;
using test::row;
using test::spanning;
using test::text_cell;
using test::value_cell;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The printed cells as "row,column rows x columns source column".
std::vector<std::string> cells_of(const model::Project& project, std::vector<std::size_t> columns,
                                  std::vector<std::size_t> rows = {0}) {
    Problems problems("dataset.json");
    const model::Dataset& dataset = project.dataset;
    const model::TableBlock block;
    const Table table = cut_table(dataset, {place_cells(dataset, dataset.sections[0], problems)},
                                  {&block, {0}, {std::move(rows)}, std::move(columns)});
    std::vector<std::string> cells;
    for (const TableCell& cell : table.sections[0].cells) {
        cells.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
                        std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) +
                        " " + cell.source_column->id);
    }
    return cells;
}

TEST(CutTable, GivesASpanOneCell) {
    const auto project =
        test::project_of({row("a", {{"structure", spanning(text_cell("x"), 2, 2)}}), row("b", {})});
    EXPECT_THAT(cells_of(project, {1, 2, 3}, {0, 1}),
                ElementsAre("0,0 2x2 structure", "0,2 1x1 place", "1,2 1x1 place"));
}

TEST(CutTable, KeepsTheSelectedPartOfASpan) {
    const auto project =
        test::project_of({row("a", {{"structure", spanning(text_cell("x"), 1, 3)}})});
    EXPECT_THAT(cells_of(project, {0, 3}), ElementsAre("0,0 1x1 system", "0,1 1x1 structure"));
}

TEST(CutTable, KeepsTheSelectedRowsOfASpanInTheOrderWanted) {
    const auto project = test::project_of(
        {row("a", {{"structure", spanning(text_cell("x"), 3, 1)}}), row("b", {}), row("c", {})});
    EXPECT_THAT(cells_of(project, {1, 3}, {2, 1}),
                ElementsAre("0,0 2x1 structure", "0,1 1x1 place", "1,1 1x1 place"));
}

TEST(CutTable, ShowsASpanOnBothSidesOfAColumnSetBetween) {
    const auto project =
        test::project_of({row("a", {{"structure", spanning(text_cell("x"), 1, 2)}})});
    EXPECT_THAT(cells_of(project, {1, 0, 2}),
                ElementsAre("0,0 1x1 structure", "0,1 1x1 system", "0,2 1x1 structure"));
}

TEST(CutTable, LooksUpContentValueAndNotes) {
    model::Project project = test::project_of({row("a", {{"structure", test::ref_cell("c")}})});
    project.dataset.cells["c"] = test::with_notes(test::value_cell("free"), {"A"});
    Problems problems("dataset.json");
    const model::Dataset& dataset = project.dataset;
    const model::TableBlock block;
    const Table table = cut_table(dataset, {place_cells(dataset, dataset.sections[0], problems)},
                                  {&block, {0}, {{0}}, {1}});
    const TableCell& cell = table.sections[0].cells[0];
    EXPECT_EQ(cell.content, &dataset.cells.at("c"));
    EXPECT_EQ(cell.value->label.text, "independent");
    EXPECT_EQ(cell.notes->at(0).id, "A");
}

/// The second band holds for encrypted rows.
std::vector<int> bands_of(std::vector<model::Row> rows) {
    model::Dataset dataset = test::project_of(std::move(rows)).dataset;
    dataset.bands = {test::band("named", "Named"), test::band("ruled", "Ruled")};
    dataset.bands[1].when = {{test::reference("encryption"), test::reference("yes")}};
    Problems problems("dataset.json");
    std::vector<std::size_t> all(dataset.sections[0].rows.size());
    std::iota(all.begin(), all.end(), 0u);
    const model::TableBlock block;
    return cut_table(dataset, {place_cells(dataset, dataset.sections[0], problems)},
                     {&block, {0}, {all}, {0}})
        .sections[0]
        .bands;
}

model::Row in_band(model::Row row, const std::string& band) {
    row.band = {band, test::place_at("/band")};
    return row;
}

TEST(CutTable, FollowsTheRuleOfABand) {
    EXPECT_THAT(bands_of({row("a", {{"encryption", value_cell("yes")}}),
                          row("b", {{"encryption", value_cell("no")}}), row("c", {})}),
                ElementsAre(1, kNoBand, kNoBand));
}

TEST(CutTable, PrefersTheBandThatTheRowNames) {
    EXPECT_THAT(bands_of({in_band(row("a", {{"encryption", value_cell("yes")}}), "named")}),
                ElementsAre(0));
}

TEST(CutTable, KeepsANullBandOutOfEveryRule) {
    EXPECT_THAT(bands_of({in_band(row("a", {{"encryption", value_cell("yes")}}), "")}),
                ElementsAre(kNoBand));
}

TEST(CutTable, ReadsCoveredSlotsFromTheCellThatCoversThem) {
    EXPECT_THAT(bands_of({row("a", {{"encryption", test::spanning(value_cell("yes"), 2, 1)}}),
                          row("b", {})}),
                ElementsAre(1, 1));
}

struct Placed {
    SectionGrid grid;
    Diagnostics problems;
};

Placed placed(std::vector<model::Row> rows) {
    const model::Dataset dataset = test::project_of(std::move(rows)).dataset;
    Problems problems("dataset.json");
    SectionGrid grid = place_cells(dataset, dataset.sections[0], problems);
    return {std::move(grid), problems.found()};
}

/// The owners of the `structure` column, top to bottom.
std::vector<std::size_t> structure_owners(const SectionGrid& grid) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < grid.owners.size() / grid.columns; ++row) {
        rows.push_back(grid.at(row, 1).row);
    }
    return rows;
}

TEST(PlaceCells, LetsEverySlotWithoutSpanOwnItself) {
    const Placed result = placed({row("a", {{"system", text_cell("x")}})});
    EXPECT_THAT(result.grid.owners,
                ElementsAre(SlotOwner{0, 0}, SlotOwner{0, 1}, SlotOwner{0, 2}, SlotOwner{0, 3}));
}

TEST(PlaceCells, CoversARectangle) {
    const Placed result =
        placed({row("a", {{"structure", spanning(text_cell("x"), 2, 2)}}), row("b", {})});
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.grid.at(1, 2), (SlotOwner{0, 1}));
    EXPECT_EQ(result.grid.at(1, 3), (SlotOwner{1, 3}));
}

TEST(PlaceCells, NamesBothCellsOfAnOverlap) {
    const Placed result = placed({row("a", {{"structure", spanning(text_cell("x"), 2, 1)}}),
                                  row("b", {{"structure", text_cell("y")}})});
    EXPECT_THAT(
        test::lines_of(result.problems),
        ElementsAre("dataset.json: error: /rows/b/structure: cell \"structure\" of row \"b\" "
                    "stands where cell \"structure\" of row \"a\" already is"));
}

TEST(PlaceCells, SeesTwoSpansThatCross) {
    const Placed result = placed({row("a", {{"encryption", spanning(text_cell("x"), 2, 1)}}),
                                  row("b", {{"structure", spanning(text_cell("y"), 1, 2)}})});
    EXPECT_THAT(test::codes_of(result.problems), ElementsAre("span-overlap"));
}

TEST(PlaceCells, RefusesToLeaveTheSection) {
    const Placed result = placed({row("a", {{"place", spanning(text_cell("x"), 3, 2)}})});
    EXPECT_THAT(
        test::lines_of(result.problems),
        ElementsAre("dataset.json: error: /rows/a/place: cell \"place\" of row \"a\" spans 3 rows, "
                    "but section \"chat\" has only 1 from there",
                    "dataset.json: error: /rows/a/place: cell \"place\" of row \"a\" spans 2 "
                    "columns, but there are only 1 from there"));
}

TEST(PlaceCells, MergesEqualRefsUnderEachOther) {
    const Placed result = placed(
        {row("a", {{"structure", ref_cell("c")}}), row("b", {{"structure", ref_cell("c")}}),
         row("c", {{"structure", ref_cell("c")}}), row("d", {{"structure", ref_cell("o")}})});
    EXPECT_THAT(structure_owners(result.grid), ElementsAre(0, 0, 0, 3));
}

TEST(PlaceCells, StartsANewCellWhereMergeIsOff) {
    model::Cell fresh = ref_cell("c");
    fresh.merge = false;
    const Placed result =
        placed({row("a", {{"structure", ref_cell("c")}}), row("b", {{"structure", fresh}}),
                row("c", {{"structure", ref_cell("c")}})});
    EXPECT_THAT(structure_owners(result.grid), ElementsAre(0, 1, 1));
}

TEST(PlaceCells, KeepsCellsWithOtherNotesApart) {
    const Placed result =
        placed({row("a", {{"structure", ref_cell("c")}}),
                row("b", {{"structure", test::with_notes(ref_cell("c"), {"A"})}})});
    EXPECT_THAT(structure_owners(result.grid), ElementsAre(0, 1));
}

TEST(PlaceCells, MergesNothingInOtherColumns) {
    const Placed result =
        placed({row("a", {{"place", ref_cell("c")}}), row("b", {{"place", ref_cell("c")}})});
    EXPECT_EQ(result.grid.at(1, 3), (SlotOwner{1, 3}));
}

model::TableBlock& table_block(model::Project& project) {
    return std::get<model::TableBlock>(project.layout.blocks[0].kind);
}

TEST(SelectTables, TakesEverythingByDefault) {
    Problems problems("layout.json");
    const model::Project project = test::project_of({});
    const std::vector<Selection> selections = select_tables(project, problems);
    ASSERT_EQ(selections.size(), 1u);
    EXPECT_THAT(selections[0].sections, ElementsAre(0));
    EXPECT_THAT(selections[0].columns, ElementsAre(0, 1, 2, 3));
}

TEST(SelectTables, KeepsTheOrderOfTheLayout) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("system")};
    EXPECT_THAT(select_tables(project, problems)[0].columns, ElementsAre(3, 0));
}

TEST(SelectTables, FindsTablesInRowsOfBlocks) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    model::RowBlock row;
    row.blocks.push_back({{}, model::TableBlock{}});
    project.layout.blocks.push_back({{}, row});
    EXPECT_EQ(select_tables(project, problems).size(), 2u);
}

TEST(SelectTables, ReportsUnknownIds) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    table_block(project).sections = {test::reference("chats")};
    table_block(project).select_columns = {test::reference("place")};
    table_block(project).columns = {{"pace", test::place_at("/blocks/0/columns/pace"), {}}};
    select_tables(project, problems);
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("layout.json: error: /to/chats: expected the id of a section, got \"chats\"\n"
                    "  hint: did you mean \"chat\"?",
                    "layout.json: error: /blocks/0/columns/pace: expected the id of a column, got "
                    "\"pace\"\n  hint: did you mean \"place\"?"));
}

}  // namespace
}  // namespace broadside::resolve
