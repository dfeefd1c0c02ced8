#include "broadside/load/default_layout.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

using model::StyleRole;

TEST(DefaultStyles, PutHeadingsInTheHeadingFamily) {
    const auto styles = default_styles(default_palette(), FontFamilies{"Body", "Heading"});
    EXPECT_EQ(*styles.at(StyleRole::Title).family, "Heading");
    EXPECT_EQ(*styles.at(StyleRole::Cell).family, "Body");
}

TEST(FindPaletteColour, KnowsSectionsAndTones) {
    const model::Palette palette = default_palette();
    EXPECT_EQ(find_palette_colour(palette, "section-detail"),
              palette[PaletteColour::SectionDetail]);
    EXPECT_EQ(find_palette_colour(palette, "section-detail")->name, PaletteColour::SectionDetail);
    EXPECT_EQ(find_palette_colour(palette, "good"), palette[PaletteColour::Good]);
    EXPECT_EQ(find_palette_colour(palette, "black"), std::nullopt);
}

TEST(DefaultLayout, IsAFourPortrait) {
    EXPECT_TRUE(nearly(default_layout().page.size.height, millimetres(297)));
    EXPECT_TRUE(nearly(default_layout().page.margin.left, millimetres(12)));
}

}  // namespace
}  // namespace broadside::load
