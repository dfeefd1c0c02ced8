#include "broadside/layout/paginate.hpp"

#include <gmock/gmock.h>

#include "support/doc_builder.hpp"

namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using test::section_row;

/// 0 header, 1 section, 2 to 4 rows, 5 section, 6 row.
doc::Grid two_sections() {
    return test::grid(
        {MinContent{}},
        test::joined(
            {test::header_row({cell("A")}), section_row(1, "s")},
            test::joined(test::plain_rows(3), {section_row(1, "t"), body_row("r9", {cell("a")})})));
}

Pt ten_a_row(std::size_t first, std::size_t last) {
    return Pt(10) * static_cast<double>(last - first);
}

bool may_break(std::size_t row, double page_room = 100) {
    return may_break_before(two_sections(), row, Pt(page_room), ten_a_row);
}

TEST(MayBreakBefore, KeepsASectionWithItsFirstTwoRows) {
    EXPECT_FALSE(may_break(2));
    EXPECT_FALSE(may_break(3));
}

TEST(MayBreakBefore, LeavesNoRowOfASectionAlone) {
    EXPECT_FALSE(may_break(4));
    EXPECT_TRUE(may_break(4, 39)) << "two are higher than half a page";
}

TEST(MayBreakBefore, KeepsASummaryWithWhatItSumsUp) {
    doc::Grid grid = test::grid({MinContent{}}, test::plain_rows(8));
    EXPECT_TRUE(may_break_before(grid, 5, Pt(100), ten_a_row));
    grid.rows[5].is_summary = true;
    EXPECT_FALSE(may_break_before(grid, 5, Pt(100), ten_a_row));
}

TEST(MayBreakBefore, KeepsASectionWithOneRowWhereTwoAreHigherThanHalfAPage) {
    EXPECT_FALSE(may_break(3, 60));
    EXPECT_TRUE(may_break(3, 59));
    EXPECT_FALSE(may_break(2, 20));
    EXPECT_TRUE(may_break(2, 19));
}

TEST(MayBreakBefore, BreaksBeforeASectionAndAtTheEnd) {
    EXPECT_TRUE(may_break(5));
    EXPECT_FALSE(may_break(6));
    EXPECT_TRUE(may_break(7));
}

TEST(PartEnd, TakesAsManyRowsAsFit) {
    const doc::Grid grid = test::grid({MinContent{}}, test::plain_rows(8));
    EXPECT_EQ(part_end(grid, {0, 1, Pt(50), Pt(100)}, ten_a_row), 5u);
    EXPECT_EQ(part_end(grid, {5, 8, Pt(50), Pt(100)}, ten_a_row), 8u);
}

TEST(PartEnd, DoesNotDependOnTheGuess) {
    const doc::Grid grid = test::grid({MinContent{}}, test::plain_rows(8));
    for (std::size_t expected = 0; expected < 12; ++expected) {
        EXPECT_EQ(part_end(grid, {0, expected, Pt(35), Pt(100)}, ten_a_row), 3u);
    }
}

TEST(PartEnd, GoesBackToWhereAPageMayEnd) {
    // Room for six rows after the header, but a section bar does not end a page.
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(55), Pt(100)}, ten_a_row), 5u);
}

TEST(PartEnd, IsTheStartWhenNothingFits) {
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(9), Pt(100)}, ten_a_row), 1u);
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(25), Pt(100)}, ten_a_row), 1u);
}

}  // namespace
}  // namespace broadside::layout
