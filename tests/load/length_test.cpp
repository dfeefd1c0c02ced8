#include "broadside/load/length.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(ParseLength, KnowsTheUnits) {
    EXPECT_TRUE(nearly(parse_length("25.4mm").value(), Pt(72)));
    EXPECT_TRUE(nearly(parse_length("2.54cm").value(), Pt(72)));
    EXPECT_TRUE(nearly(parse_length("1in").value(), Pt(72)));
    EXPECT_TRUE(nearly(parse_length("96px").value(), Pt(72)));
    EXPECT_TRUE(nearly(parse_length("72pt").value(), Pt(72)));
    EXPECT_TRUE(nearly(parse_length("0mm").value(), Pt(0)));
}

TEST(ParseLength, RefusesOtherText) {
    for (const char* text : {"", "12", "mm", "12 mm", "-1mm", "1em", "1mmm", "1,5mm", "nanmm"}) {
        EXPECT_FALSE(parse_length(text)) << text;
    }
}

}  // namespace
}  // namespace broadside::load
