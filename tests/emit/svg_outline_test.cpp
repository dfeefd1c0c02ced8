#include "broadside/emit/svg/outline.hpp"

#include <gmock/gmock.h>

#include "broadside/emit/fonts/faces.hpp"
#include "emit/emitting.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
    return found;
}

struct SvgOutlinesTest : ::testing::Test {
    scene::DrawText line = test::text_line(Pt(10), Pt(20), "aab a");
    Result<Faces> faces = open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts);
    SvgColours colours;
    SvgOutlines outlines{*faces, colours};
};

TEST_F(SvgOutlinesTest, DefinesEachGlyphOnceAndUsesItEverywhere) {
    const std::string uses = outlines.line(line.lines[0]) + outlines.line(line.lines[0]);
    EXPECT_EQ(count(outlines.definitions(), "<path id="), 2u);
    EXPECT_EQ(count(uses, "<use "), 8u) << "four glyphs with ink, twice";
}

TEST_F(SvgOutlinesTest, ScalesFontUnitsToTheRunsSizeAndPlace) {
    EXPECT_THAT(outlines.line(line.lines[0]), HasSubstr("matrix(0.100000 0 0 0.100000 100 200)"));
}

TEST_F(SvgOutlinesTest, DefinesNothingWithoutText) { EXPECT_EQ(outlines.definitions(), ""); }

TEST_F(SvgOutlinesTest, IsHiddenFromAssistiveTechnology) {
    EXPECT_THAT(outlines.line(line.lines[0]), HasSubstr("aria-hidden=\"true\""));
}

}  // namespace
}  // namespace broadside::emit
