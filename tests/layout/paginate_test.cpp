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

TEST(MayBreakBefore, KeepsASectionWithItsFirstTwoRows) {
    const doc::Grid grid = two_sections();
    EXPECT_FALSE(may_break_before(grid, 2));
    EXPECT_FALSE(may_break_before(grid, 3));
    EXPECT_TRUE(may_break_before(grid, 4));
}

TEST(MayBreakBefore, BreaksBeforeASectionAndAtTheEnd) {
    const doc::Grid grid = two_sections();
    EXPECT_TRUE(may_break_before(grid, 5));
    EXPECT_FALSE(may_break_before(grid, 6));
    EXPECT_TRUE(may_break_before(grid, 7));
}

TEST(PartEnd, TakesAsManyRowsAsFit) {
    const doc::Grid grid = test::grid({MinContent{}}, test::plain_rows(8));
    EXPECT_EQ(part_end(grid, {0, 1, Pt(50)}, ten_a_row), 5u);
    EXPECT_EQ(part_end(grid, {5, 8, Pt(50)}, ten_a_row), 8u);
}

TEST(PartEnd, DoesNotDependOnTheGuess) {
    const doc::Grid grid = test::grid({MinContent{}}, test::plain_rows(8));
    for (std::size_t expected = 0; expected < 12; ++expected) {
        EXPECT_EQ(part_end(grid, {0, expected, Pt(35)}, ten_a_row), 3u);
    }
}

TEST(PartEnd, GoesBackToWhereAPageMayEnd) {
    // Room for six rows after the header, but a section bar does not end a page.
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(55)}, ten_a_row), 5u);
}

TEST(PartEnd, IsTheStartWhenNothingFits) {
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(9)}, ten_a_row), 1u);
    EXPECT_EQ(part_end(two_sections(), {1, 1, Pt(25)}, ten_a_row), 1u);
}

TEST(ShortestPartEnd, HoldsWhatMustStayTogether) {
    EXPECT_EQ(shortest_part_end(two_sections(), 1), 4u);
    EXPECT_EQ(shortest_part_end(two_sections(), 4), 5u);
    EXPECT_EQ(shortest_part_end(two_sections(), 5), 7u);
}

}  // namespace
}  // namespace broadside::layout
