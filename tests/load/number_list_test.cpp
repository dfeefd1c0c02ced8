#include "broadside/load/symbol/number_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::load {
namespace {

using testing::ElementsAre;

TEST(ParseNumberList, ReadsEverySeparator) {
    EXPECT_THAT(parse_number_list(" 1,2 3 , 4-5.5.25").value(),
                ElementsAre(1, 2, 3, 4, -5.5, 0.25));
}

TEST(ParseNumberList, RefusesLooseCommas) {
    EXPECT_FALSE(parse_number_list("1,"));
    EXPECT_FALSE(parse_number_list("1,,2"));
    EXPECT_FALSE(parse_number_list(",1"));
}

TEST(ParseNumberList, MayBeEmpty) { EXPECT_TRUE(parse_number_list(" ").value().empty()); }

}  // namespace
}  // namespace broadside::load
