#include "broadside/emit/pdf/run_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/formats.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;

FontFaceRef arabic_face() {
    return test::font_face("Noto Sans Arabic", 400, "NotoSansArabic-Regular.ttf");
}

/// One run at the origin, whose characters are shown as `clusters` say.
scene::Run run_of(const std::string& text, const FontFaceRef& face, Direction direction,
                  std::vector<RunCluster> clusters) {
    test::RunStyle style{face, Pt(10), {}, direction};
    scene::Run run{{Pt(0), Pt(20)}, test::glyph_run(text, style), {}, {}};
    std::size_t glyphs = 0;
    for (const RunCluster& cluster : clusters) glyphs += cluster.glyphs;
    run.glyphs.glyphs.resize(glyphs);
    run.glyphs.clusters = std::move(clusters);
    return run;
}

PdfText text_of(const scene::Run& run) {
    const scene::DrawText line{run.glyphs.direction, {{Pt(0), Pt(0), Pt(0), {run}}}};
    const Faces faces =
        open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts).value();
    return pdf_text(run, faces.begin()->second);
}

std::vector<std::uint32_t> bytes_of(const PdfText& text) {
    std::vector<std::uint32_t> bytes;
    for (const RunCluster& cluster : text.clusters) bytes.push_back(cluster.bytes);
    return bytes;
}

std::string read_back(const scene::Run& run) {
    scene::DrawText line{run.glyphs.direction, {{Pt(20), Pt(0), run.glyphs.advance, {run}}}};
    const auto scene = test::one_page(Pt(100), Pt(50), {line});
    return test::run_tool("pdftotext {} -", test::pdf_of(scene)).text;
}

TEST(PdfText, LeavesPlainTextAsItIs) {
    const auto text = text_of({{Pt(5), Pt(20)}, test::glyph_run("ab"), {}, {}});
    EXPECT_EQ(text.utf8, "ab");
    ASSERT_EQ(text.glyphs.size(), 2u);
    EXPECT_EQ(text.glyphs[0].x, Pt(0));
    EXPECT_THAT(bytes_of(text), ::testing::ElementsAre(1, 1));
}

TEST(PdfText, RunsFromLeftToRightWhereTheTextDoesNot) {
    const test::RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    const auto text = text_of({{Pt(0), Pt(0)}, test::glyph_run("אב", hebrew), {}, {}});
    EXPECT_EQ(text.utf8, "בא");
    EXPECT_LT(text.glyphs[0].x, text.glyphs[1].x);
}

TEST(PdfText, GivesEachCharacterOfARightToLeftLigatureItsPlace) {
    const auto text = text_of(run_of("لا", arabic_face(), Direction::RightToLeft, {{4, 1}}));
    EXPECT_EQ(text.utf8, "ال");
    EXPECT_THAT(bytes_of(text), ::testing::ElementsAre(2, 2));
}

TEST(PdfText, ReadsLamAlefInLogicalOrder) {
    EXPECT_THAT(read_back(run_of("بلا", arabic_face(), Direction::RightToLeft, {{2, 1}, {4, 1}})),
                HasSubstr("بلا"));
}

TEST(PdfText, ReadsAJoinerBackInItsPlace) {
    EXPECT_THAT(
        read_back(run_of("م\u200cر", arabic_face(), Direction::RightToLeft, {{5, 1}, {2, 1}})),
        HasSubstr("م\u200cر"));
}

TEST(PdfText, ClosesAClusterWhoseLastGlyphEndsBeforeItsRight) {
    scene::Run run = run_of("ab", test::regular_face(), Direction::LeftToRight, {{2, 2}});
    run.glyphs.glyphs[1].x = Pt(-6);
    const auto text = text_of(run);
    ASSERT_EQ(text.clusters.size(), 1u);
    EXPECT_EQ(text.clusters[0].glyphs, 4u);
    EXPECT_EQ(text.glyphs.front().x, Pt(-6));
    EXPECT_NEAR(text.glyphs.back().x.value, 5.61 - 2.6, 0.01);
}

}  // namespace
}  // namespace broadside::emit
