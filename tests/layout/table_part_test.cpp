#include "broadside/layout/table_part.hpp"

#include <gmock/gmock.h>

#include "support/doc_builder.hpp"

namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::section_row;
using test::spanning;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Header, section, and four rows whose second column is one cell.
doc::Grid spanned_grid() {
    return test::grid(
        {MinContent{}, MinContent{}},
        {test::header_row({cell("A"), cell("B")}), section_row(2, "s"),
         body_row("r0", {cell("a"), spanning(4, 1, cell("all"))}), body_row("r1", {cell("b")}),
         body_row("r2", {cell("c")}), body_row("r3", {cell("d")})});
}

std::vector<std::size_t> numbers_of(const std::vector<PartRow>& rows) {
    std::vector<std::size_t> numbers;
    for (const PartRow& row : rows) numbers.push_back(row.grid_row);
    return numbers;
}

std::vector<PartRow> rows_of(const doc::Grid& grid, std::size_t first, std::size_t last) {
    return part_rows(grid, repeats_of(grid), {first, last});
}

TEST(PartRows, ShowsTheHeaderOnTheFirstPage) {
    const std::vector<PartRow> rows = rows_of(spanned_grid(), 1, 4);
    EXPECT_THAT(numbers_of(rows), ElementsAre(0, 1, 2, 3));
    for (const PartRow& row : rows) EXPECT_FALSE(row.repeated);
}

TEST(PartRows, RepeatsHeaderAndSectionOnALaterPage) {
    const std::vector<PartRow> rows = rows_of(spanned_grid(), 4, 6);
    EXPECT_THAT(numbers_of(rows), ElementsAre(0, 1, 4, 5));
    EXPECT_TRUE(rows[0].repeated);
    EXPECT_TRUE(rows[1].repeated);
    EXPECT_FALSE(rows[2].repeated);
}

TEST(PartRows, RepeatsNoSectionAboveAnother) {
    const doc::Grid grid = test::grid(
        {MinContent{}}, {section_row(1, "s"), body_row("r0", {cell("a")}), section_row(1, "t")});
    EXPECT_THAT(numbers_of(rows_of(grid, 2, 3)), ElementsAre(2));
}

TEST(PartRows, RepeatsNoTitleAboveASectionWithoutOne) {
    doc::Grid grid =
        test::grid({MinContent{}}, {section_row(1, "s"), body_row("r0", {cell("a")}),
                                    body_row("r1", {cell("b")}), body_row("r2", {cell("c")})});
    grid.rows[2].begins_section = true;
    EXPECT_THAT(numbers_of(rows_of(grid, 3, 4)), ElementsAre(3));
}

TEST(HeaderRows, CountsThoseAtTheTop) {
    EXPECT_EQ(spanned_grid().header_rows(), 1u);
    EXPECT_EQ(test::grid({MinContent{}}, test::plain_rows(2)).header_rows(), 0u);
    EXPECT_THAT(all_rows(spanned_grid()), SizeIs(6));
}

TEST(PartCells, ListsEveryCellOnce) {
    const doc::Grid grid = spanned_grid();
    const std::vector<PartCell> cells = all_cells(grid);
    ASSERT_THAT(cells, SizeIs(8));
    EXPECT_EQ(cells[2].column_span, 2u);
    EXPECT_EQ(cells[4].row, 2u);
    EXPECT_EQ(cells[4].column, 1u);
    EXPECT_EQ(cells[4].row_span, 4u);
}

TEST(PartCells, CutsASpanAtThePagesEnd) {
    const doc::Grid grid = spanned_grid();
    const std::vector<PartCell> cells = part_cells(grid, rows_of(grid, 1, 4));
    EXPECT_EQ(cells[4].row_span, 2u);
}

TEST(PartCells, ShowsACutCellAgainOnTheNextPage) {
    const doc::Grid grid = spanned_grid();
    const std::vector<PartCell> first = part_cells(grid, rows_of(grid, 1, 4));
    const std::vector<PartCell> second = part_cells(grid, rows_of(grid, 4, 6));
    EXPECT_EQ(second[4].cell, first[4].cell);
    EXPECT_EQ(second[4].row, 2u);
    EXPECT_EQ(second[4].row_span, 2u);
}

TEST(PartCells, AreNoneInAnEmptyPart) {
    const doc::Grid grid = spanned_grid();
    EXPECT_THAT(part_cells(grid, {}), IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
