#include "broadside/doc/dump_words.hpp"

#include <gtest/gtest.h>

namespace broadside::doc {
namespace {

TEST(Words, WriteWidthsAsLayoutsDo) {
    EXPECT_EQ(words(WidthRule(MinContent{})), "min-content");
    EXPECT_EQ(words(WidthRule(MaxContent{})), "max-content");
    EXPECT_EQ(words(WidthRule(FitContent{Pt(85.04)})), "fit-content(85.04pt)");
    EXPECT_EQ(words(WidthRule(Fraction{1.5})), "1.5fr");
    EXPECT_EQ(words(WidthRule(FixedWidth{Pt(30)})), "30pt");
    EXPECT_EQ(words(WidthRule(Percentage{25})), "25%");
}

TEST(Words, WriteAStyle) {
    TextStyle style{"Noto Sans", kBoldWeight, FontSlant::Italic, Pt(8), 1.25, {0x11, 0x22, 0x33}};
    EXPECT_EQ(words(style), "Noto Sans 700 italic 8/1.25 #112233");
}

}  // namespace
}  // namespace broadside::doc
