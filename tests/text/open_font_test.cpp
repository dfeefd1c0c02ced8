#include "broadside/text/open_font.hpp"

#include <gtest/gtest.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

std::unique_ptr<const OpenFont> open_regular() {
    return test::opened(test::noto_manifest()->families[0]).font;
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
    const auto full = test::opened(family).font;
    family.scale = 0.5;
    const auto half = test::opened(family).font;
    EXPECT_DOUBLE_EQ(half->units_per_em, full->units_per_em * 2);
    EXPECT_DOUBLE_EQ(half->hyphen.advance, full->hyphen.advance / 2);
    EXPECT_DOUBLE_EQ(half->face->scale, 0.5);
    EXPECT_DOUBLE_EQ(half->face->metrics.ascent, full->face->metrics.ascent);
}

std::string why_not(std::string bytes, int index = 0) {
    FontFile file;
    file.index = index;
    return open_font({}, file, std::make_shared<const std::string>(std::move(bytes))).why;
}

TEST(OpenFont, SaysWhyAFileIsNoFont) {
    EXPECT_EQ(why_not(""), "it is no OpenType font");
    EXPECT_EQ(why_not("cmake_minimum_required(VERSION 3.25)"), "it is no OpenType font");
    const std::string regular = *open_regular()->face->bytes;
    EXPECT_EQ(why_not(regular, 7), "it has no face 7: its faces end at 0");
    EXPECT_EQ(why_not(regular.substr(0, 100)), "it is no OpenType font");
    EXPECT_EQ(why_not(regular.substr(0, 300)),
              "it lacks the tables of a font, or they are cut off");
}

/// The place of a table in a font file.
std::size_t place_of(std::string_view tag, std::string_view font) {
    const std::size_t record = font.find(tag, 12);
    std::size_t place = 0;
    for (std::size_t i = 8; i < 12; ++i)
        place = place << 8 | static_cast<unsigned char>(font[record + i]);
    return place;
}

TEST(OpenFont, RefusesTablesThatContradictEachOther) {
    const std::string regular = *open_regular()->face->bytes;
    const auto with = [&](std::string_view tag, std::size_t offset, std::string_view bytes) {
        std::string damaged = regular;
        damaged.replace(place_of(tag, regular) + offset, bytes.size(), bytes);
        return why_not(std::move(damaged));
    };
    EXPECT_EQ(with("head", 18, std::string(2, '\0')), "its table \"head\" is damaged");
    EXPECT_EQ(with("maxp", 4, std::string(2, '\0')), "it has no glyphs");
    EXPECT_EQ(with("hhea", 34, "\xFF\xFF"),
              "its tables \"hhea\" and \"maxp\" contradict each other");
    EXPECT_EQ(with("loca", 40, "\xFF\xFF\xFF\xFF"),
              "its tables \"loca\" and \"glyf\" contradict each other");
    EXPECT_EQ(with("hhea", 4, "\x7F\xFF"), "its metrics reach 33 em");
}

TEST(FaceMetrics, ReadsTheTablesOfTheFont) {
    const FontFamily family = test::noto_manifest()->families[0];
    const auto font = test::opened(family).font;
    const FontMetrics metrics = read_metrics(font->font.get());
    EXPECT_NEAR(metrics.ascent, 1.069, 1e-9);
    EXPECT_NEAR(metrics.descent, 0.293, 1e-9);
    EXPECT_NEAR(metrics.cap_height, 0.714, 1e-9);
    EXPECT_NEAR(metrics.x_height, 0.536, 1e-9);
}

TEST(FaceMetrics, FallsBackToUsualValuesWithoutTables) {
    const FontHandle empty(hb_font_create(hb_face_get_empty()));
    EXPECT_NEAR(read_metrics(empty.get()).cap_height, 0.7, 1e-9);
    EXPECT_NEAR(read_metrics(empty.get()).ascent, 0.8, 1e-9);
}

}  // namespace
}  // namespace broadside::text
