#include "broadside/load/syntax/text_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/load/syntax/number.hpp"

namespace broadside::load {
namespace {

TEST(IsId, TakesLettersDigitsAndThreeSigns) {
    EXPECT_TRUE(is_id("source-open_2.b"));
    for (const char* text : {"", "a b", "é", "a/b", "..", ".x"}) EXPECT_FALSE(is_id(text)) << text;
}

TEST(IsDate, KnowsTheCalendar) {
    for (const char* date : {"2022", "2022-01", "2024-02-29"}) EXPECT_TRUE(is_date(date)) << date;
    for (const char* date :
         {"", "22", "2022-13", "2023-02-29", "2022-1", "01.02.2022", "2022-01-31T00", "2022-00"}) {
        EXPECT_FALSE(is_date(date)) << date;
    }
}

TEST(FindControlCharacter, AllowsLineFeedOnly) {
    EXPECT_FALSE(find_unfit_character("a\nb\xC2\xA0 \u200f\u2067א\u2069 \ufffd\U0001f600"));
    EXPECT_EQ(find_unfit_character("a\tb"), "the control character U+0009");
    EXPECT_EQ(find_unfit_character("\x7F"), "the control character U+007F");
    EXPECT_EQ(find_unfit_character("ab\u0085"), "the control character U+0085");
}

TEST(FindUnfitCharacter, NamesWhatNoReaderKnowsTheMeaningOf) {
    EXPECT_EQ(find_unfit_character("a\ue001"), "the private-use character U+E001");
    EXPECT_EQ(find_unfit_character("\U00100000"), "the private-use character U+100000");
    EXPECT_FALSE(find_unfit_character("\uf900"));
}

TEST(FindUnfitCharacter, NamesNoncharactersAndOverridesOfDirection) {
    EXPECT_EQ(find_unfit_character("a\uffff"), "the noncharacter U+FFFF");
    EXPECT_EQ(find_unfit_character("\ufdef"), "the noncharacter U+FDEF");
    EXPECT_EQ(find_unfit_character("\U0010fffe"), "the noncharacter U+10FFFE");
    EXPECT_EQ(find_unfit_character("a\u202ecba"), "the override of direction U+202E");
}

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
                ::testing::ElementsAre(1, 2, 3, 4, -5.5, 0.25));
}

TEST(ParseNumberList, RefusesLooseCommas) {
    EXPECT_FALSE(parse_number_list("1,"));
    EXPECT_FALSE(parse_number_list("1,,2"));
    EXPECT_FALSE(parse_number_list(",1"));
}

TEST(ParseNumberList, MayBeEmpty) { EXPECT_TRUE(parse_number_list(" ").value().empty()); }

}  // namespace
}  // namespace broadside::load
