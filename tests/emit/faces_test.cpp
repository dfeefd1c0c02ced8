#include "broadside/emit/fonts/faces.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/formats.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/tool.hpp"

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
    EXPECT_EQ(faces.at(key_of(*test::japanese_face())).glyphs.size(), 4u);
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

}  // namespace
}  // namespace broadside::emit
