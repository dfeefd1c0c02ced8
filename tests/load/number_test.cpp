#include "broadside/load/syntax/number.hpp"

#include <gmock/gmock.h>

namespace broadside::load {
namespace {

TEST(ParseNumber, ReadsDecimalNumbers) {
    EXPECT_DOUBLE_EQ(parse_number("-1.5").value(), -1.5);
    EXPECT_DOUBLE_EQ(parse_number("+.5e1").value(), 5);
}

TEST(ParseNumber, RefusesOtherText) {
    for (const char* text :
         {"", "1mm", " 1", "inf", "nan", "-inf", "1e999", "--1", "+-1", "1,5", "."}) {
        EXPECT_FALSE(parse_number(text)) << text;
    }
}

TEST(TakeNumber, LeavesWhatFollows) {
    std::string_view text = "1.5.5-2";
    EXPECT_DOUBLE_EQ(take_number(text).value(), 1.5);
    EXPECT_EQ(text, ".5-2");
    EXPECT_DOUBLE_EQ(take_number(text).value(), 0.5);
    EXPECT_EQ(text, "-2");
}

TEST(ParseWholeNumber, RefusesSignsAndPoints) {
    EXPECT_EQ(parse_whole_number("12"), 12u);
    for (const char* text : {"", "-1", "1.0", "99999999999999999999999"})
        EXPECT_FALSE(parse_whole_number(text));
}

TEST(ParseNumberList, ReadsEverySeparator) {
    EXPECT_THAT(parse_number_list(" 1,2 3 , 4-5.5.25").value(),
                testing::ElementsAre(1, 2, 3, 4, -5.5, 0.25));
}

TEST(ParseNumberList, RefusesLooseCommas) {
    EXPECT_FALSE(parse_number_list("1,"));
    EXPECT_FALSE(parse_number_list("1,,2"));
    EXPECT_FALSE(parse_number_list(",1"));
}

TEST(ParseNumberList, MayBeEmpty) { EXPECT_TRUE(parse_number_list(" ").value().empty()); }

}  // namespace
}  // namespace broadside::load
