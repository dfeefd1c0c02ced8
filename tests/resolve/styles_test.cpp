#include "broadside/resolve/styles.hpp"

#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using model::StyleRole;

TEST(Strong, ChangesTheWeightOnly) {
    const model::Layout layout = test::plain_layout();
    const TextStyle& cell = style_of(layout, StyleRole::Cell);
    EXPECT_EQ(strong(cell).weight, kBoldWeight);
    EXPECT_EQ(strong(cell).size, cell.size);
}

TEST(SmallStyleOf, IsAPartOfItsOwnOnSectionBars) {
    const model::Layout layout = test::plain_layout();
    EXPECT_EQ(small_style_of(layout, StyleRole::Section),
              style_of(layout, StyleRole::SectionDetail));
}

TEST(SmallStyleOf, TakesTheSizeOfDetailsAndKeepsTheInk) {
    model::Layout layout = test::plain_layout();
    layout.styles[StyleRole::Detail].colour = test::kMuted;
    EXPECT_EQ(small_style_of(layout, StyleRole::Cell).size, Pt(7));
    EXPECT_EQ(small_style_of(layout, StyleRole::Cell).colour, test::kInk);
}

TEST(SmallStyleOf, NeverEnlarges) {
    model::Layout layout = test::plain_layout();
    layout.styles[StyleRole::Note].size = Pt(6);
    EXPECT_EQ(small_style_of(layout, StyleRole::Note).size, Pt(6));
}

TEST(BandStyleOfTone, HasTintAndBar) {
    const BandStyle style = band_style(test::plain_layout(), model::Tone::Good);
    EXPECT_EQ(style.tint, (Colour{0xe0, 0xff, 0xe0}));
    EXPECT_EQ(style.bar, test::kGood);
    EXPECT_EQ(style.bar_width, Pt(3));
}

TEST(BadgeHeight, FollowsTheNames) {
    EXPECT_TRUE(nearly(badge_height(test::plain_layout()), Pt(12)));
}

}  // namespace
}  // namespace broadside::resolve
