#include "broadside/unicode/numbers.hpp"

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

TEST(WithDigits, LeavesAsciiAsItIs) { EXPECT_EQ(with_digits("12.50", kAsciiZero), "12.50"); }

TEST(WithDigits, WritesTheDigitsOfAScript) {
    EXPECT_EQ(with_digits("190", 0x0966), "\u0967\u096f\u0966");
    EXPECT_EQ(with_digits("1/3", 0x06F0), "\u06f1/\u06f3");
    EXPECT_EQ(with_digits("7", 0x1D7CE), "\U0001d7d5");
}

TEST(WithDigits, SetsTheArabicDecimalSeparatorBesideArabicDigits) {
    EXPECT_EQ(with_digits("-4.50", 0x0660), "-\u0664\u066b\u0665\u0660");
    EXPECT_EQ(with_digits("4.5", 0x0966), "\u096a.\u096b");
}

TEST(IsDigit, KnowsTheDigitsOfEverySystem) {
    for (const DigitSystem& system : kDigitSystems) {
        EXPECT_TRUE(is_digit(system.zero)) << system.name;
        EXPECT_TRUE(is_digit(system.zero + 9)) << system.name;
    }
    EXPECT_FALSE(is_digit(U'V'));
    EXPECT_FALSE(is_digit(U':'));
}

TEST(IsDash, KnowsHyphenAndDashes) {
    EXPECT_TRUE(is_dash("-"));
    EXPECT_TRUE(is_dash("–"));
    EXPECT_FALSE(is_dash("--"));
}

TEST(WithMinusSign, ReplacesAHyphenBeforeADigit) {
    EXPECT_EQ(with_minus_sign("-5"), "−5");
    EXPECT_EQ(with_minus_sign("-៥"), "−៥");
}

TEST(WithMinusSign, LeavesALoneHyphen) { EXPECT_EQ(with_minus_sign("-"), "-"); }

}  // namespace
}  // namespace broadside::unicode
