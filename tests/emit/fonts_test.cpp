#include "broadside/emit/fonts/faces.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>

#include "broadside/emit/fonts/subset.hpp"
#include "broadside/emit/fonts/web_fonts.hpp"
#include "broadside/emit/formats.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/emitting.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/tool.hpp"
#include "support/font_mutations.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(OpenFaces, OpensEveryFaceOnce) {
    const auto scene =
        test::one_page(Pt(10), Pt(10),
                       {test::text_line(Pt(0), Pt(10), "a"), test::text_line(Pt(0), Pt(20), "b"),
                        test::text_line(Pt(0), Pt(30), "c", {test::bold_face()})});
    const auto faces = open_faces(scene, test::cache().fonts);
    ASSERT_TRUE(faces.ok());
    EXPECT_EQ(faces->size(), 2u);
    EXPECT_EQ(faces->at(key_of(*test::bold_face())).open->freetype()->units_per_EM, 1000);
}

TEST(OpenFaces, HaveTheGlyphsOfTheSceneAndABlank) {
    const Faces faces = open_faces(test::japanese_scene(), test::cache().fonts).value();
    EXPECT_EQ(faces.at(key_of(*test::japanese_face())).subset->glyphs.size(), 4u);
}

TEST(OpenFaces, BelongToOneOutput) {
    const auto open = [] {
        const Faces faces = open_faces(test::japanese_scene(), test::cache().fonts).value();
        return faces.begin()->second.open;
    };
    EXPECT_NE(open()->freetype(), open()->freetype());
}

TEST(OpenFaces, KnowTheWidthsOfTheFontFile) {
    const auto line = test::text_line(Pt(0), Pt(10), "n");
    const Faces faces =
        open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts).value();
    EXPECT_NEAR(faces.begin()->second.advance(line.lines[0].runs[0].glyphs.glyphs[0].id), 0.618,
                1e-9);
}

TEST(OpenFaces, NameEachFontWhoseOutlinesAreDamaged) {
    FontFace face = *test::regular_face();
    auto bytes = std::make_shared<std::string>(*face.bytes);
    bytes->resize(4000);
    face.bytes = bytes;
    auto line = test::text_line(Pt(0), Pt(10), "a");
    line.lines[0].runs[0].glyphs.font = std::make_shared<const FontFace>(face);
    const auto faces =
        open_faces(test::one_page(Pt(10), Pt(10), {line, line}), test::cache().fonts);
    ASSERT_EQ(faces.diagnostics().size(), 1u);
    EXPECT_EQ(to_string(faces.diagnostics()[0]),
              "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf: error: the outlines of 'Noto "
              "Sans', face 0 of this font file, are damaged");
}

TEST(OpenFaces, KeepAHanPageSmallAndItsTextSelectable) {
    const File pdf = test::pdf_of(test::japanese_scene());
    EXPECT_LT(pdf.size(), 8000u);
    EXPECT_NE(test::run_tool("pdftotext {} -", pdf).text.find("暗号化"), std::string::npos);
    const std::string listed = test::run_tool("pdffonts {}", pdf).text;
    EXPECT_NE(listed.find("yes yes yes"), std::string::npos) << listed;
}

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

/// Three Han characters in a font of a kilobyte, with PostScript outlines.
struct SmallFont {
    scene::Scene scene = test::japanese_scene();
    std::string bytes;

    SmallFont() {
        std::set<std::uint32_t> glyphs;
        for (const RunGlyph& glyph : run().glyphs.glyphs) glyphs.insert(glyph.id);
        const FontHandles handles = open_for_subsetting(*run().glyphs.font);
        const FontSubset subset = subset_font(handles.harfbuzz.get(), glyphs).value();
        for (RunGlyph& glyph : run().glyphs.glyphs) glyph.id = subset.glyphs.at(glyph.id);
        bytes = subset.file;
    }

    LineRun& run() { return std::get<scene::DrawText>(scene.pages[0].ops[0]).lines[0].runs[0]; }

    /// How many of the three formats can be drawn with these bytes.
    int formats_with(std::string font) {
        FontFace face = *run().glyphs.font;
        face.index = 0;
        face.bytes = std::make_shared<const std::string>(std::move(font));
        run().glyphs.font = std::make_shared<const FontFace>(std::move(face));
        Options options;
        options.ppi = 40;
        options.svg_text = SvgText::Outline;
        int formats = 0;
        for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
            Cache cache;
            const auto files = test::files_of(emit, scene, options, cache);
            EXPECT_NE(files.ok(), has_errors(files.diagnostics()));
            if (files) ++formats;
        }
        return formats;
    }
};

TEST(DamagedOutlines, GiveFilesOrErrors) {
    SmallFont font;
    testing::FontMutations mutations(font.bytes);
    EXPECT_EQ(font.formats_with(font.bytes), 3);
    int drawn = 0;
    for (std::uint32_t number = 1; number <= 200; ++number)
        drawn += font.formats_with(mutations.mutated(number));
    EXPECT_GT(drawn, 100);
    EXPECT_LT(drawn, 600);
}

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
