#include "broadside/resolve/grid_builder.hpp"

#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

TEST(GridBuilder, FillsNewRowsWithEmptyCellsOfTheRowsBand) {
    GridBuilder builder({{"a", {}}, {"b", {}}}, 3);
    EXPECT_EQ(builder.add_row({RowKind::Body, 2, "r"}), 0u);
    const doc::Grid grid = std::move(builder).finish();
    ASSERT_EQ(grid.slots.size(), 2u);
    EXPECT_EQ(test::cell_at(grid, 0, 1).band, 2);
}

TEST(GridBuilder, CoversTheSlotsUnderASpan) {
    GridBuilder builder({{"a", {}}, {"b", {}}}, 3);
    builder.add_row({});
    builder.add_row({});
    doc::Cell cell;
    cell.row_span = cell.column_span = 2;
    builder.set_cell(0, 0, cell);
    const doc::Grid grid = std::move(builder).finish();
    EXPECT_EQ(test::cell_at(grid, 0, 0).row_span, 2u);
    const auto& covered = std::get<doc::Covered>(grid.at(1, 1));
    EXPECT_EQ(covered.row, 0u);
    EXPECT_EQ(covered.column, 0u);
}

}  // namespace
}  // namespace broadside::resolve
