#include "broadside/emit/cairo_faces.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/faces.hpp"
#include "broadside/emit/pdf.hpp"
#include "emit/cache.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

TEST(EmbeddableFaces, HaveTheGlyphsOfTheSceneAndABlank) {
    FontCache fonts;
    const scene::Scene japanese = test::japanese_scene();
    ASSERT_TRUE(open_faces(japanese, fonts).ok());
    const CairoFaces subsets = embeddable_faces(japanese, fonts);
    EXPECT_EQ(subsets.at(key_of(*test::japanese_face())).glyphs.size(), 4u);
    EXPECT_TRUE(whole_faces(japanese, fonts).at(key_of(*test::japanese_face())).glyphs.empty());
}

TEST(EmbeddableFaces, KeepAHanPageSmallAndItsTextSelectable) {
    const File pdf = emit_pdf(test::japanese_scene(), {}, test::cache()).value().at(0);
    EXPECT_LT(pdf.size(), 8000u);
    EXPECT_NE(test::run_tool("pdftotext {} -", pdf).text.find("暗号化"), std::string::npos);
    const std::string listed = test::run_tool("pdffonts {}", pdf).text;
    EXPECT_NE(listed.find("yes yes yes"), std::string::npos) << listed;
}

}  // namespace
}  // namespace broadside::emit
