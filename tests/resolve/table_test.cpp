#include "broadside/resolve/table.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using test::spanning;
using test::text_cell;
using test::value_cell;
using ::testing::ElementsAre;

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

}  // namespace
}  // namespace broadside::resolve
