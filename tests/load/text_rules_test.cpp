#include "broadside/load/syntax/text_rules.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace broadside::load
