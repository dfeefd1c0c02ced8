#include "broadside/resolve/numbers.hpp"

#include <gtest/gtest.h>

namespace broadside::resolve {
namespace {

TEST(IsNumber, AcceptsHowPeopleWriteNumbers) {
    for (const char* text : {"4.50", "1 000", "1’000.5", "-3", "−3", "+2", "€ 4,50", "4 €", "-12 %",
                             "$-5", "1\u202f000", "٤٫٥", "–5", "－５", "-௫"}) {
        EXPECT_TRUE(is_number(text)) << text;
    }
}

TEST(IsNumber, RefusesDatesRangesAndWords) {
    for (const char* text : {"", "-", "2022-01", "1–5", "v2", "2nd", "-sans-", "€", "US$5"}) {
        EXPECT_FALSE(is_number(text)) << text;
    }
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
}  // namespace broadside::resolve
