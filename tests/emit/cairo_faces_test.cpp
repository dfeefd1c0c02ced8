#include "broadside/emit/cairo_faces.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/faces.hpp"
#include "broadside/emit/pdf.hpp"
#include "broadside/emit/png.hpp"
#include "broadside/emit/svg.hpp"
#include "emit/sample_scene.hpp"
#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

FontFaceRef japanese_face() {
    return test::font_face("Noto Sans CJK JP", 400, "../../opentype/noto/NotoSansCJK-Regular.ttc");
}

scene::Scene japanese_scene() {
    return test::one_page(Pt(100), Pt(50),
                          {test::text_line(Pt(10), Pt(30), "暗号化", {japanese_face(), Pt(12)})});
}

TEST(EmbeddableFaces, HaveTheGlyphsOfTheSceneAndABlank) {
    FontCache fonts;
    const scene::Scene japanese = japanese_scene();
    ASSERT_TRUE(open_faces(japanese, fonts).ok());
    const CairoFaces subsets = embeddable_faces(japanese, fonts);
    EXPECT_EQ(subsets.at(key_of(*japanese_face())).glyphs.size(), 4u);
    EXPECT_TRUE(whole_faces(japanese, fonts).at(key_of(*japanese_face())).glyphs.empty());
}

TEST(EmbeddableFaces, KeepAHanPageSmallAndItsTextSelectable) {
    FontCache fonts;
    const File pdf = emit_pdf(japanese_scene(), {}, fonts).value().at(0);
    EXPECT_LT(pdf.size(), 8000u);
    EXPECT_NE(test::run_tool("pdftotext {} -", pdf).text.find("暗号化"), std::string::npos);
    const std::string listed = test::run_tool("pdffonts {}", pdf).text;
    EXPECT_NE(listed.find("yes yes yes"), std::string::npos) << listed;
}

TEST(FontCache, ChangesNoByteOfWhatIsDrawnLater) {
    FontCache used;
    for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
        FontCache fresh;
        const auto first = emit(test::sample_scene(), {}, fresh).value();
        const auto other = emit(japanese_scene(), {}, used).value();
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
        EXPECT_EQ(emit(japanese_scene(), {}, used).value(), other);
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
    }
}

}  // namespace
}  // namespace broadside::emit
