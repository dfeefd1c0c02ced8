#include "broadside/emit/faces.hpp"

#include <gtest/gtest.h>

#include "emit/cache.hpp"
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
    EXPECT_EQ(faces->at(key_of(*test::bold_face()))->freetype()->units_per_EM, 1000);
}

TEST(OpenFaces, NamesEachFileThatIsNoFont) {
    auto line = test::text_line(Pt(0), Pt(10), "a");
    line.runs[0].glyphs.font = test::font_face("Gone", 400, "missing.ttf");
    const auto faces =
        open_faces(test::one_page(Pt(10), Pt(10), {line, line}), test::cache().fonts);
    ASSERT_FALSE(faces.ok());
    ASSERT_EQ(faces.diagnostics().size(), 1u);
    EXPECT_EQ(
        to_string(faces.diagnostics()[0]),
        "/usr/share/fonts/truetype/noto/missing.ttf: error: expected a font file with face 0 of "
        "'Gone', got none");
}

}  // namespace
}  // namespace broadside::emit
