#include "broadside/emit/fonts/woff2.hpp"

#include <gtest/gtest.h>

#include FT_OUTLINE_H

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/fonts/subset.hpp"
#include "emit/japanese_scene.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

/// The first glyphs of a font, as a font.
std::string part_of(const FontFace& font, std::uint32_t glyphs) {
    std::set<std::uint32_t> first;
    for (std::uint32_t glyph = 1; glyph <= glyphs; ++glyph) first.insert(glyph);
    return subset_font(open_for_subsetting(font).harfbuzz.get(), first).value().file;
}

/// Points and contours of every glyph, as FreeType reads them.
std::string outlines_of(const std::string& font) {
    const auto face = OpenFace::read(font);
    if (!face) return "FreeType does not read it";
    std::string all;
    for (FT_Long glyph = 0; glyph < face->freetype()->num_glyphs; ++glyph) {
        const auto number = static_cast<FT_UInt>(glyph);
        if (FT_Load_Glyph(face->freetype(), number, FT_LOAD_NO_SCALE) != 0) return "damaged";
        const FT_Outline& outline = face->freetype()->glyph->outline;
        const FT_Glyph_Metrics& metrics = face->freetype()->glyph->metrics;
        all += fmt::format("{}, {} wide:", glyph, metrics.horiAdvance);
        if (outline.n_points > 0) all += fmt::format(" from {}", metrics.horiBearingX);
        for (int i = 0; i < outline.n_points; ++i)
            all += fmt::format(" {},{},{}", outline.points[i].x, outline.points[i].y,
                               FT_CURVE_TAG(outline.tags[i]));
        for (int i = 0; i < outline.n_contours; ++i) all += fmt::format(" {}", outline.contours[i]);
        all += '\n';
    }
    return all;
}

TEST(Woff2, HoldsTheOutlinesOfTrueType) {
    for (const FontFaceRef& face : {test::regular_face(), test::bold_face(), test::hebrew_face()}) {
        const std::string font = part_of(*face, 160);
        const std::string packed = woff2(font);
        EXPECT_EQ(packed.substr(0, 4), "wOF2");
        EXPECT_LT(packed.size(), font.size() * 2 / 3);
        EXPECT_EQ(outlines_of(packed), outlines_of(font));
    }
}

TEST(Woff2, LeavesOutWhereOutlinesBeginButWhereItIsElsewhere) {
    std::string font = part_of(*test::regular_face(), 160);
    const std::size_t without = woff2(font).size();
    const HarfBuzzBlob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace face(hb_face_create(blob.get(), 0));
    const HarfBuzzBlob hmtx(hb_face_reference_table(face.get(), HB_TAG('h', 'm', 't', 'x')));
    const auto at = static_cast<std::size_t>(hb_blob_get_data(hmtx.get(), nullptr) - font.data());
    const std::size_t bearing = at + 4 * 50 + 3;  // of a glyph with an outline
    font[bearing] = static_cast<char>(font[bearing] + 1);
    EXPECT_GT(woff2(font).size(), without);
    EXPECT_EQ(outlines_of(woff2(font)), outlines_of(font));
}

TEST(Woff2, HoldsOutlinesOfGlyphsMadeOfOthers) {
    const FontFaceRef devanagari =
        test::font_face("Noto Sans Devanagari", 400, "NotoSansDevanagari-Regular.ttf");
    // What has more than short offsets may reach is packed as it is.
    for (const std::uint32_t glyphs : {400u, 900u}) {
        const std::string font = part_of(*devanagari, glyphs);
        EXPECT_EQ(outlines_of(woff2(font)), outlines_of(font));
    }
}

/// Of one glyph, as above.
std::string outline_of(const std::string& font, std::size_t glyph) {
    std::istringstream lines(outlines_of(font));
    std::string line;
    for (std::size_t i = 0; i <= glyph; ++i) std::getline(lines, line);
    return line;
}

TEST(Woff2, LeavesOutOutlinesThatNobodySees) {
    const FontFaceRef devanagari =
        test::font_face("Noto Sans Devanagari", 400, "NotoSansDevanagari-Regular.ttf");
    const std::string font = part_of(*devanagari, 400);
    std::size_t smaller = 0;
    for (std::uint32_t shown = 1; shown < 400; shown += 7) {
        const std::string packed = woff2(font, {shown});
        EXPECT_EQ(outline_of(packed, shown), outline_of(font, shown));
        smaller += packed.size() < woff2(font).size() / 4 ? 1 : 0;
        const std::size_t other = shown == 1 ? 2 : 1;
        const std::string width = outline_of(font, other);
        EXPECT_EQ(outline_of(packed, other), width.substr(0, width.find(':') + 1));
    }
    EXPECT_EQ(smaller, 57U);
}

TEST(Woff2, HoldsTheOutlinesOfPostScript) {
    const std::string font = part_of(*test::japanese_face(), 300);
    EXPECT_EQ(outlines_of(woff2(font)), outlines_of(font));
}

TEST(Woff2, PacksDamagedOutlinesAsTheyAre) {
    std::string font = part_of(*test::regular_face(), 20);
    const std::size_t entry = font.find("loca");
    font[entry + 15] = static_cast<char>(font[entry + 15] - 2);  // the table's length
    EXPECT_EQ(woff2(font).substr(0, 4), "wOF2");
}

}  // namespace
}  // namespace broadside::emit
