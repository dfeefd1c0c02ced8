#include "broadside/resolve/spans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {

void PrintTo(const SlotOwner& slot, std::ostream* out) { *out << slot.row << ',' << slot.column; }

namespace {

using test::ref_cell;
using test::row;
using test::spanning;
using test::text_cell;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Placed {
    SectionGrid grid;
    std::vector<Diagnostic> problems;
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

}  // namespace
}  // namespace broadside::resolve
