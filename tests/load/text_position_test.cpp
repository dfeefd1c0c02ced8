#include "broadside/load/text_position.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(PositionOf, CountsLinesAndBytesFromOne) {
    EXPECT_EQ(position_of("ab\ncd", 0).line, 1u);
    EXPECT_EQ(position_of("ab\ncd", 1).column, 2u);
    EXPECT_EQ(position_of("ab\ncd", 2).line, 1u);
    EXPECT_EQ(position_of("ab\ncd", 4).line, 2u);
    EXPECT_EQ(position_of("ab\ncd", 4).column, 2u);
}

TEST(PositionOf, StopsAtTheEnd) {
    EXPECT_EQ(position_of("a\n", 99).line, 2u);
    EXPECT_EQ(position_of("a\n", 99).column, 1u);
}

}  // namespace
}  // namespace broadside::load
