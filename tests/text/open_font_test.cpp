#include "broadside/text/open_font.hpp"

#include <gtest/gtest.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

std::unique_ptr<const OpenFont> open_regular() {
    const FontFamily family = test::noto_manifest()->families[0];
    return open_font(family, family.files[0]);
}

TEST(OpenFont, SaysWhichFaceOfWhichFileItIs) {
    const auto font = open_regular();
    ASSERT_TRUE(font);
    EXPECT_EQ(font->face->family, "Noto Sans");
    EXPECT_EQ(font->face->weight, kRegularWeight);
    EXPECT_EQ(font->face->file, "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
}

TEST(OpenFont, CoversWhatItCanShow) {
    const auto font = open_regular();
    EXPECT_TRUE(font->covers(U'é'));
    EXPECT_TRUE(font->covers(U'\u202f'));
    EXPECT_TRUE(font->covers(U'\u2011'));
    EXPECT_TRUE(font->covers(U'\n'));
    EXPECT_FALSE(font->covers(U'\u2212'));
    EXPECT_FALSE(font->covers(U'ש'));
}

TEST(OpenFont, KnowsItsHyphen) {
    const auto font = open_regular();
    EXPECT_NE(font->hyphen.id, 0u);
    EXPECT_NEAR(font->hyphen.advance, 0.322, 0.001);
}

TEST(OpenFont, ScalesLengthsButNotTheFacesOwnMetrics) {
    FontFamily family = test::noto_manifest()->families[0];
    const auto full = open_font(family, family.files[0]);
    family.scale = 0.5;
    const auto half = open_font(family, family.files[0]);
    EXPECT_DOUBLE_EQ(half->units_per_em, full->units_per_em * 2);
    EXPECT_DOUBLE_EQ(half->hyphen.advance, full->hyphen.advance / 2);
    EXPECT_DOUBLE_EQ(half->face->scale, 0.5);
    EXPECT_DOUBLE_EQ(half->face->metrics.ascent, full->face->metrics.ascent);
}

TEST(OpenFont, RefusesWhatIsNoFont) {
    EXPECT_FALSE(open_font({}, {.file = "/nowhere/absent.ttf"}));
    EXPECT_FALSE(open_font({}, {.file = BROADSIDE_SOURCE_DIR "/CMakeLists.txt"}));
}

}  // namespace
}  // namespace broadside::text
