#include "broadside/emit/fonts/subset.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/fonts/faces.hpp"
#include "emit/japanese_scene.hpp"

namespace broadside::emit {
namespace {

FontHandles open_cjk(int index) {
    FontFace face = *test::japanese_face();
    face.index = index;
    return open_for_subsetting(face);
}

TEST(SubsetFont, HoldsTheGlyphsUnderNewNumbers) {
    const auto subset = subset_font(open_cjk(1).harfbuzz.get(), {2000, 30000});
    ASSERT_TRUE(subset);
    EXPECT_LT(subset->file.size(), 4000u);
    const auto face = OpenFace::read(subset->file);
    ASSERT_TRUE(face);
    EXPECT_EQ(face->freetype()->num_glyphs, 3);
    EXPECT_EQ(subset->glyphs.at(2000), 1u);
    EXPECT_EQ(subset->glyphs.at(30000), 2u);
}

TEST(SubsetFont, LeavesOutHintsOfTrueType) {
    const auto subset =
        subset_font(open_for_subsetting(*test::regular_face()).harfbuzz.get(), {40});
    ASSERT_TRUE(subset);
    EXPECT_LT(subset->file.size(), 2000u);
    EXPECT_EQ(subset->file.find("fpgm"), std::string::npos);
}

TEST(SubsetFont, IsTheSameBytesFromEachOpening) {
    const auto bytes = [] { return subset_font(open_cjk(0).harfbuzz.get(), {2000, 30000})->file; };
    EXPECT_EQ(bytes(), bytes());
}

}  // namespace
}  // namespace broadside::emit
