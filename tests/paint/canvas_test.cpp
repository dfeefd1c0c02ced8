#include "broadside/paint/canvas.hpp"

#include <gmock/gmock.h>

#include "support/placed_builder.hpp"
#include "support/scene_ops.hpp"
#include "support/url.hpp"

namespace broadside::paint {
namespace {

using scene::Role;
using test::dump_of;
using test::ops_of;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Canvas, RoundsEdgesSoThatNeighboursStillTouch) {
    scene::Page page;
    Canvas canvas(page);
    canvas.fill({Pt(0.004), Pt(0), Pt(10.002), Pt(1)}, {});
    canvas.fill({Pt(10.006), Pt(0), Pt(5.004), Pt(1)}, {});
    const auto fills = ops_of<scene::FillRect>(page);
    EXPECT_EQ(fills[0].rect.x, Pt(0));
    EXPECT_EQ(fills[0].rect.right(), fills[1].rect.x);
    EXPECT_EQ(fills[1].rect.right(), Pt(15.01));
}

TEST(Canvas, DrawsNothingWithoutSize) {
    scene::Page page;
    Canvas canvas(page);
    canvas.fill({Pt(0), Pt(0), Pt(0), Pt(9)}, {});
    canvas.stroke({Pt(0), Pt(0)}, {Pt(9), Pt(0)}, {Pt(0), {}});
    EXPECT_THAT(page.ops, IsEmpty());
}

TEST(Canvas, StrokesRules) {
    scene::Page page;
    Canvas(page).stroke({Pt(1.234), Pt(2)}, {Pt(3), Pt(2)}, {Pt(0.5), {7, 8, 9}});
    const auto strokes = ops_of<scene::StrokeLine>(page);
    ASSERT_THAT(strokes, SizeIs(1));
    EXPECT_EQ(strokes[0].from, (Point{Pt(1.23), Pt(2)}));
    EXPECT_EQ(strokes[0].width, Pt(0.5));
    EXPECT_EQ(strokes[0].colour, (Colour{7, 8, 9}));
}

TEST(Canvas, KeepsTheMeaningOfRuns) {
    placed::Text text = test::placed_text(1.006, 2, "ab");
    text.direction = Direction::RightToLeft;
    text.lines[0].runs[0].note = {"A"};
    text.lines[0].runs[0].url = test::url("https://a");
    scene::Page page;
    Canvas(page).text(text);
    const scene::DrawText drawn = ops_of<scene::DrawText>(page)[0];
    const scene::Line line = drawn.lines[0];
    EXPECT_EQ(line.left, Pt(1.01));
    EXPECT_EQ(drawn.direction, Direction::RightToLeft);
    EXPECT_EQ(line.runs[0].note, NoteId{"A"});
    EXPECT_EQ(line.runs[0].url.address(), "https://a");
    EXPECT_EQ(line.runs[0].origin, (Point{Pt(1.01), Pt(11)}));
}

/// "ab", a symbol, "cd" from left to right.
placed::Text text_with_symbol() {
    placed::Text text = test::placed_text(0, 0, "ab");
    placed::Line& line = text.lines[0];
    line.symbols.push_back(test::placed_symbol(20, 0, "yes"));
    line.runs.push_back(test::placed_text(30, 0, "cd").lines[0].runs[0]);
    line.width = Pt(50);
    return text;
}

TEST(Canvas, FramesRunsOfOneTagTogether) {
    placed::Text text = test::placed_text(0, 0, "ab");
    placed::Run tag = text.lines[0].runs[0];
    tag.is_tag = true;
    tag.glyphs.advance = Pt(20);
    for (const double x : {20.0, 40.0, 70.0}) {
        tag.origin.x = Pt(x);
        placed::Run space = tag;
        space.is_tag = false;
        if (x == 70) text.lines[0].runs.push_back(space);
        text.lines[0].runs.push_back(tag);
    }
    scene::Page page;
    Canvas(page).text(text);
    const auto strokes = ops_of<scene::StrokeLine>(page);
    ASSERT_THAT(strokes, SizeIs(8));
    EXPECT_EQ(strokes[0].from, (Point{Pt(20), Pt(-0.8)}));
    EXPECT_EQ(strokes[0].to, (Point{Pt(60), Pt(-0.8)}));
    EXPECT_EQ(strokes[2].from, (Point{Pt(60), Pt(11.8)}));
    EXPECT_EQ(strokes[4].from, (Point{Pt(70), Pt(-0.8)}));
}

TEST(Canvas, FramesTagsOfAScriptWithHigherLinesDeeper) {
    placed::Text text = test::placed_text(0, 0, "ab");
    placed::Run& tag = text.lines[0].runs[0];
    tag.is_tag = true;
    FontFace face;
    face.line_height = 1.25;
    tag.glyphs.font = std::make_shared<const FontFace>(face);
    scene::Page page;
    Canvas(page).text(text);
    EXPECT_EQ(ops_of<scene::StrokeLine>(page)[2].from.y, Pt(11.8 + 2.5));
}

TEST(Canvas, PartsALineAtItsSymbols) {
    scene::Page page;
    Canvas(page).text(text_with_symbol());
    EXPECT_EQ(dump_of(page),
              "  text 0,9 \"ab\" 10 #000000\n"
              "  begin figure \"yes\"\n"
              "    symbol 20,0 10x10 box #000000\n"
              "  end\n"
              "  more 30,9 \"cd\" 10 #000000\n");
    EXPECT_EQ(ops_of<scene::DrawText>(page)[1].lines[0].left, Pt(30));
}

TEST(Canvas, ReadsSymbolsOfARightToLeftLineFromTheRight) {
    placed::Text text = text_with_symbol();
    text.direction = Direction::RightToLeft;
    scene::Page page;
    Canvas(page).text(text);
    EXPECT_EQ(ops_of<scene::DrawText>(page)[0].lines[0].runs[0].glyphs.utf8, "cd");
}

TEST(Canvas, KeepsLinesWithoutSymbolsTogether) {
    placed::Text text = text_with_symbol();
    text.lines.push_back(test::placed_text(0, 15, "ef").lines[0]);
    text.lines.push_back(test::placed_text(0, 30, "gh").lines[0]);
    scene::Page page;
    Canvas(page).text(text);
    const auto texts = ops_of<scene::DrawText>(page);
    ASSERT_THAT(texts, SizeIs(2));
    EXPECT_THAT(texts[1].lines, SizeIs(3));
}

TEST(Canvas, MakesAFigureOfASymbolThatSaysSomething) {
    scene::Page page;
    Canvas canvas(page);
    canvas.symbol(test::placed_symbol(0, 0, "yes"));
    canvas.symbol(test::placed_symbol(0, 0, ""));
    EXPECT_EQ(dump_of(page),
              "  begin figure \"yes\"\n"
              "    symbol 0,0 10x10 box #000000\n"
              "  end\n"
              "  begin ornament\n"
              "    symbol 0,0 10x10 box #000000\n"
              "  end\n");
}

}  // namespace
}  // namespace broadside::paint
