#include "broadside/base/characters.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(CodePointAt, ReadsFromALeadByte) {
    EXPECT_EQ(code_point_at("a€b", 1).code, U'€');
    EXPECT_EQ(code_point_at("a€b", 1).size, 3u);
    EXPECT_EQ(code_point_at("😀", 0).code, U'😀');
    EXPECT_EQ(code_point_at("a\xE2\x82", 1).size, 2u);  // cut off: no further than the end
}

TEST(Characters, AreToldByWhatTheyDoToAText) {
    EXPECT_TRUE(is_control(0x1B) && is_control(0x7F) && is_control(0x9F));
    EXPECT_FALSE(is_control(0xA0));
    EXPECT_TRUE(is_noncharacter(0xFDD0) && is_noncharacter(0xFFFE) && is_noncharacter(0x10FFFF));
    EXPECT_FALSE(is_noncharacter(0xFFFD) || is_noncharacter(0xFDF0));
    EXPECT_TRUE(is_direction_override(0x202E) && is_direction_control(0x2066));
    EXPECT_FALSE(is_direction_override(0x2067) || is_direction_control(0x200F));
    EXPECT_TRUE(is_white_space(0x3000) && is_default_ignorable(0x200B));
    EXPECT_FALSE(is_white_space(0x200B) || is_default_ignorable(0x20));
}

}  // namespace
}  // namespace broadside
