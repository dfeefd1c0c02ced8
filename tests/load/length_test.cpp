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

TEST(FindPageSize, KnowsSheetsInPortrait) {
    EXPECT_TRUE(nearly(find_page_size("A4")->width, millimetres(210)));
    EXPECT_TRUE(nearly(find_page_size("letter")->height, Pt(792)));
    EXPECT_FALSE(find_page_size("a4"));
}

TEST(FindPageSize, HalvesTheSheetFromOneIsoSizeToTheNext) {
    for (const char series : {'A', 'B'}) {
        for (char n = '0'; n < '8'; ++n) {
            const Size large = *find_page_size(std::string{series, n});
            const Size small = *find_page_size(std::string{series, static_cast<char>(n + 1)});
            EXPECT_TRUE(nearly(small.height, large.width)) << series << n;
            EXPECT_LT(small.width - large.height / 2, Pt(0.01)) << series << n;
        }
    }
}

TEST(PageSizeNames, AreAllFound) {
    for (const std::string_view name : page_size_names()) EXPECT_TRUE(find_page_size(name)) << name;
}

}  // namespace
}  // namespace broadside::load
