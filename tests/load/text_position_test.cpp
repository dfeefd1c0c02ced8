#include "broadside/load/syntax/text_position.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(LineIndex, CountsLinesAndBytesFromOne) {
    const LineIndex lines("ab\ncd");
    EXPECT_EQ(lines.position_of(0), (TextPosition{1, 1}));
    EXPECT_EQ(lines.position_of(1), (TextPosition{1, 2}));
    EXPECT_EQ(lines.position_of(2), (TextPosition{1, 3}));
    EXPECT_EQ(lines.position_of(4), (TextPosition{2, 2}));
}

TEST(LineIndex, StopsAtTheEnd) {
    EXPECT_EQ(LineIndex("a\n").position_of(99), (TextPosition{2, 1}));
}

}  // namespace
}  // namespace broadside::load
