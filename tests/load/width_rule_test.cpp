#include "broadside/load/width_rule.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(ParseWidthRule, KnowsTheWordsOfCss) {
    EXPECT_EQ(parse_width_rule("min-content"), WidthRule(MinContent{}));
    EXPECT_EQ(parse_width_rule("max-content"), WidthRule(MaxContent{}));
    EXPECT_EQ(parse_width_rule("fit-content(60pt)"), WidthRule(FitContent{Pt(60)}));
    EXPECT_EQ(parse_width_rule("2fr"), WidthRule(Fraction{2}));
    EXPECT_EQ(parse_width_rule("25%"), WidthRule(Percentage{25}));
    EXPECT_EQ(parse_width_rule("30pt"), WidthRule(FixedWidth{Pt(30)}));
}

TEST(ParseWidthRule, RefusesOtherText) {
    for (const char* text : {"", "auto", "0fr", "101%", "-1fr", "0mm", "fit-content()",
                             "fit-content(2fr)", "fit-content(", "1e9fr", "2 fr", "1e-300fr",
                             "1e-9%", "1e-300mm", "fit-content(1e-300pt)", "20000pt"}) {
        EXPECT_FALSE(parse_width_rule(text)) << text;
    }
}

}  // namespace
}  // namespace broadside::load
