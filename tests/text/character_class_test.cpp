#include "broadside/text/character_class.hpp"

#include <gtest/gtest.h>

namespace broadside::text {
namespace {

TEST(CharacterClass, LetsOnlyBreakingSpacesHang) {
    EXPECT_TRUE(is_breaking_space(U' '));
    EXPECT_TRUE(is_breaking_space(U'\u2009'));
    EXPECT_FALSE(is_breaking_space(U'\u00a0'));
    EXPECT_FALSE(is_breaking_space(U'\u2007'));
    EXPECT_FALSE(is_breaking_space(U'\u202f'));
}

TEST(CharacterClass, CountsNoBreakSpacesAsSpacesAndGlue) {
    EXPECT_TRUE(is_space(U'\u202f'));
    EXPECT_TRUE(is_glue(U'\u202f'));
    EXPECT_FALSE(is_glue(U' '));
}

TEST(CharacterClass, HidesWhatHasNoShape) {
    EXPECT_TRUE(is_hidden(kSoftHyphen));
    EXPECT_TRUE(is_hidden(U'\n'));
    EXPECT_TRUE(is_hidden(U'\u200d'));
    EXPECT_FALSE(is_hidden(U'-'));
    EXPECT_FALSE(is_hidden(U'\t'));
}

}  // namespace
}  // namespace broadside::text
