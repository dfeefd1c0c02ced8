#include "broadside/text/open_font.hpp"

#include <gtest/gtest.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

std::unique_ptr<const OpenFont> open_regular() {
    return open_font("Noto Sans", test::noto_manifest()->families[0].files[0]);
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

TEST(OpenFont, RefusesWhatIsNoFont) {
    EXPECT_FALSE(open_font("Noto Sans", {.file = "/nowhere/absent.ttf"}));
    EXPECT_FALSE(open_font("Noto Sans", {.file = BROADSIDE_SOURCE_DIR "/CMakeLists.txt"}));
}

}  // namespace
}  // namespace broadside::text
