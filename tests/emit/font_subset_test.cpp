#include "broadside/emit/fonts/subset.hpp"

#include <hb-ot.h>

#include <gmock/gmock.h>

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

/// What HarfBuzz makes of a text with the font.
ShapedText shaped(hb_face_t* face, std::string_view text) {
    const HarfBuzzFont font(hb_font_create(face));
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font.get(), buffer, nullptr, 0);
    ShapedText made;
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; ++i) made.glyphs.insert(glyphs[i].codepoint);
    hb_buffer_destroy(buffer);
    for (const char c : text) made.characters.insert(static_cast<unsigned char>(c));
    return made;
}

/// Of `GSUB`, as they are called.
std::vector<std::string> features_of(const std::string& font) {
    const HarfBuzzBlob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace face(hb_face_create(blob.get(), 0));
    hb_tag_t tags[64];
    unsigned count = std::size(tags);
    hb_ot_layout_table_get_feature_tags(face.get(), HB_OT_TAG_GSUB, 0, &count, tags);
    std::vector<std::string> names;
    for (unsigned i = 0; i < count; ++i) {
        char name[4];
        hb_tag_to_string(tags[i], name);
        names.emplace_back(name, sizeof name);
    }
    return names;
}

TEST(SubsetForShaping, HoldsTheRulesThatChangedTheText) {
    const FontHandles handles = open_for_subsetting(*test::regular_face());
    ShapedText text = shaped(handles.shaping.get(), "ffi 12");
    EXPECT_THAT(features_of(subset_for_shaping(handles.shaping.get(), text).value().file),
                ::testing::IsEmpty());
    text.substituted = text.glyphs;
    EXPECT_THAT(features_of(subset_for_shaping(handles.shaping.get(), text).value().file),
                ::testing::Each("liga"));
}

TEST(SubsetForShaping, ShapesTheTextAsTheWholeFontDoes) {
    const FontHandles handles = open_for_subsetting(*test::regular_face());
    ShapedText text = shaped(handles.shaping.get(), "ffi 12");
    text.substituted = text.glyphs;
    const std::string font = subset_for_shaping(handles.shaping.get(), text).value().file;
    const HarfBuzzBlob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace part(hb_face_create(blob.get(), 0));
    EXPECT_EQ(shaped(part.get(), "ffi").glyphs.size(),
              shaped(handles.shaping.get(), "ffi").glyphs.size());
    EXPECT_EQ(shaped(part.get(), "ffi").glyphs.size(), 1u) << "a ligature";
}

}  // namespace
}  // namespace broadside::emit
