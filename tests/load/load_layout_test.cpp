#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

model::Layout layout_from(const std::string& more) { return loaded_layout(layout_with(more)); }

TEST(LoadLayout, NeedsOnlyFormatNameAndBlocks) {
    const model::Layout layout = layout_from("");
    EXPECT_EQ(layout.file, "l.json");
    EXPECT_EQ(layout.name, "x");
    EXPECT_FALSE(layout.fit);
    EXPECT_TRUE(nearly(layout.padding_x, Pt(5)));
    EXPECT_TRUE(nearly(layout.title_rule.width, Pt(1.6)));
    EXPECT_THAT(layout_problems("{}"), ElementsAre(HasSubstr("\"format\""), HasSubstr("\"name\""),
                                                   HasSubstr("\"blocks\"")));
}

TEST(LoadLayout, FitsOnePageByDefault) {
    const model::Fit fit = *layout_from(R"(, "fit": {})").fit;
    EXPECT_EQ(fit.pages, 1);
    EXPECT_TRUE(nearly(fit.min_font, Pt(6.5)));
    EXPECT_EQ(fit.max_font, std::nullopt);
    EXPECT_THAT(fit.order, ElementsAre(FitRung::Symbols, FitRung::Heads, FitRung::Padding,
                                       FitRung::Widths, FitRung::Hyphenate, FitRung::FontSize));
    EXPECT_EQ(pointer_of(fit.place), "/fit");
    EXPECT_FALSE(fit.lock);
}

TEST(LoadLayout, ReadsFit) {
    const model::Fit fit =
        *layout_from(
             R"(, "fit": {"pages": 2, "min_font": "10pt", "order": ["font-size", "widths"]})")
             .fit;
    EXPECT_EQ(fit.pages, 2);
    EXPECT_THAT(fit.order, ElementsAre(FitRung::FontSize, FitRung::Widths));
}

TEST(LoadLayout, LocksLanguagesToOneGrid) {
    EXPECT_TRUE(layout_from(R"(, "fit": {"lock": true})").fit->lock);
    EXPECT_THAT(layout_problems(layout_with(R"(, "fit": {"lock": "yes"})")),
                ElementsAre(HasSubstr("/fit/lock: expected true or false")));
}

TEST(LoadLayout, RefusesContradictionsInFit) {
    EXPECT_THAT(
        layout_problems(layout_with(
            R"(, "fit": {"min_font": "8pt", "max_font": "7pt", "order": ["widths", "widths"]})")),
        ElementsAre(HasSubstr("/fit/max_font: expected a length of at least min_font, got \"7pt\""),
                    HasSubstr("/fit/order/1: duplicate id \"widths\"")));
}

}  // namespace
}  // namespace broadside::load
