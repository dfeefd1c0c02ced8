#include "broadside/load/syntax/utf8.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(FindInvalidUtf8, AcceptsEveryLengthOfSequence) {
    EXPECT_EQ(find_invalid_utf8("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x99\x82"), std::nullopt);
}

TEST(FindInvalidUtf8, NamesTheFirstWrongByte) {
    EXPECT_EQ(find_invalid_utf8("ab\xE9z"), 2u);
    EXPECT_EQ(find_invalid_utf8("\xC0\xAF"), 0u);          // overlong
    EXPECT_EQ(find_invalid_utf8("x\xED\xA0\x80"), 1u);     // surrogate
    EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u);  // past U+10FFFF
    EXPECT_EQ(find_invalid_utf8("a\xE2\x82"), 1u);         // cut off
}

TEST(FindControlCharacter, AllowsLineFeedOnly) {
    EXPECT_FALSE(find_unfit_character("a\nb\xC2\xA0 \u200f\u2067א\u2069 \ufffd\U0001f600"));
    EXPECT_EQ(find_unfit_character("a\tb"), "the control character U+0009");
    EXPECT_EQ(find_unfit_character("\x7F"), "the control character U+007F");
    EXPECT_EQ(find_unfit_character("ab\u0085"), "the control character U+0085");
}

TEST(FindUnfitCharacter, NamesNoncharactersAndOverridesOfDirection) {
    EXPECT_EQ(find_unfit_character("a\uffff"), "the noncharacter U+FFFF");
    EXPECT_EQ(find_unfit_character("\ufdef"), "the noncharacter U+FDEF");
    EXPECT_EQ(find_unfit_character("\U0010fffe"), "the noncharacter U+10FFFE");
    EXPECT_EQ(find_unfit_character("a\u202ecba"), "the override of direction U+202E");
}

TEST(WithoutByteOrderMark, RemovesItOnce) {
    EXPECT_EQ(without_byte_order_mark("\xEF\xBB\xBF{}"), "{}");
    EXPECT_EQ(without_byte_order_mark("{}"), "{}");
}

}  // namespace
}  // namespace broadside::load
