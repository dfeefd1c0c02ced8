#include "broadside/layout/set_line.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/url.hpp"

namespace broadside::layout {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

struct LineOf {
    Direction direction = Direction::LeftToRight;
    double scale = 1;
    double width = 1000;
};

/// The first line of `spans`.
placed::Line first_line(std::vector<doc::Span> spans, const LineOf& how = {}) {
    doc::Document document = test::document();
    document.direction = how.direction;
    Bench bench(std::move(document));
    doc::Paragraph paragraph;
    paragraph.spans = std::move(spans);
    const MeasuredText& text =
        *bench.typesetter.measured(bench.typesetter.keep(std::move(paragraph), bench.document));
    return set_line(text, break_lines(text, Pt(how.width), Rag::Natural)[0], how.scale);
}

doc::Span span(std::string text) { return {std::move(text), test::mono(), 0, "", {}, false}; }

std::vector<std::uint32_t> glyphs_of(const placed::Run& run) {
    std::vector<std::uint32_t> ids;
    for (const RunGlyph& glyph : run.glyphs.glyphs) ids.push_back(glyph.id);
    return ids;
}

TEST(SetLine, SetsARunPerSpanFromLeftToRight) {
    const placed::Line line = first_line({span("ab"), span("c")});
    ASSERT_THAT(line.runs, SizeIs(2));
    EXPECT_EQ(line.runs[0].glyphs.utf8, "ab");
    EXPECT_EQ(line.runs[1].origin.x, Pt(20));
    EXPECT_EQ(line.width, Pt(30));
    EXPECT_EQ(line.runs[0].glyphs.glyphs[1].x, Pt(10));
}

TEST(SetLine, RaisesAMarkAndKeepsItsNote) {
    const placed::Line line = first_line({span("ab"), test::note_mark("A")});
    ASSERT_THAT(line.runs, SizeIs(2));
    EXPECT_EQ(line.runs[1].note, NoteId{"A"});
    EXPECT_TRUE(nearly(line.runs[1].origin.y, Pt(-4)));
    EXPECT_EQ(line.runs[1].glyphs.size, Pt(5));
}

TEST(SetLine, DrawsAScaledFaceSmallerOverTheSameAdvances) {
    Bench bench;
    const doc::Paragraph text = test::paragraph("ab");
    auto shaped =
        std::make_shared<text::Shaped>(*bench.shaper.shape({.spans = {{"ab", {"Mono"}}}}));
    FontFace face = *shaped->items[0].face;
    face.scale = 0.5;
    shaped->items[0].face = std::make_shared<const FontFace>(face);
    const MeasuredText measured = measure_text(text, shaped, face.metrics, LongWords::Whole);
    const placed::Line line =
        set_line(measured, break_lines(measured, Pt(100), Rag::Natural)[0], 1);
    EXPECT_EQ(line.runs[0].glyphs.size, Pt(5));
    EXPECT_EQ(line.runs[0].glyphs.advance, Pt(20));
    EXPECT_EQ(line.runs[0].glyphs.glyphs[1].x, Pt(10));
}

TEST(SetLine, KeepsAJoinerWithTheCharacterBeforeIt) {
    const placed::Line line = first_line({span("\u200cab\u200cc\u00add")});
    EXPECT_EQ(line.runs[0].glyphs.utf8, "ab\u200ccd");
    const std::vector<RunCluster> clusters = {{1, 1}, {4, 1}, {1, 1}, {1, 1}};
    EXPECT_EQ(line.runs[0].glyphs.clusters, clusters);
}

TEST(SetLine, SetsASquareOpeningBracketAtTheEdge) {
    const placed::Line line = first_line({span("（ab")});
    EXPECT_EQ(line.runs[0].origin.x, Pt(-5));
    EXPECT_EQ(line.width, Pt(25));
    EXPECT_EQ(first_line({span("a（b")}).width, Pt(30));
    EXPECT_EQ(first_line({span("(ab")}).width, Pt(30));
}

/// A word of the other direction at the end of a line of a right-to-left document.
TEST(SetLine, SetsTheSpaceAtALinesEndInTheParagraphsDirection) {
    Bench bench;
    bench.document.direction = Direction::RightToLeft;
    const doc::Paragraph& text = bench.typesetter.keep(test::paragraph("ab cd"), bench.document);
    auto shaped =
        std::make_shared<text::Shaped>(*bench.shaper.shape({.spans = {{"ab cd", {"Mono"}}}}));
    shaped->items[0].bidi_level = 2;
    MeasuredText measured = measure_text(text, shaped, {}, LongWords::Whole);
    measured.document = &bench.document;
    const placed::Line line = set_line(measured, break_lines(measured, Pt(30), Rag::Natural)[0], 1);
    ASSERT_THAT(line.runs, SizeIs(2));
    EXPECT_EQ(line.runs[0].glyphs.utf8, " ");
    EXPECT_EQ(line.runs[0].origin.x, Pt(-10));
    EXPECT_EQ(line.runs[1].glyphs.utf8, "ab");
    EXPECT_EQ(line.runs[1].origin.x, Pt(0));
}

TEST(SetLine, KeepsTheTargetOfALink) {
    doc::Span link = span("ab");
    link.url = test::url("https://example.org");
    EXPECT_EQ(first_line({link}).runs[0].url.address(), "https://example.org");
}

TEST(SetLine, ScalesSizesAndPlaces) {
    const placed::Line line = first_line({span("ab"), test::note_mark("A")}, {.scale = 2});
    EXPECT_EQ(line.width, Pt(50));
    EXPECT_EQ(line.runs[1].origin.x, Pt(40));
    EXPECT_TRUE(nearly(line.runs[1].origin.y, Pt(-8)));
    EXPECT_EQ(line.runs[0].glyphs.size, Pt(20));
}

TEST(SetLine, KeepsTheSpaceAtTheEndOutsideOfTheWidth) {
    const placed::Line line = first_line({span("ab cd")}, {.width = 30});
    EXPECT_EQ(line.runs[0].glyphs.utf8, "ab ");
    EXPECT_EQ(line.width, Pt(20));
    EXPECT_EQ(line.runs[0].glyphs.advance, Pt(30));
}

TEST(SetLine, AddsTheHyphenAndDropsTheSoftOne) {
    const placed::Line line = first_line({span("ab\u00adcd")}, {.width = 30});
    EXPECT_EQ(line.runs[0].glyphs.utf8, "ab-");
    EXPECT_THAT(glyphs_of(line.runs[0]), ElementsAre('a', 'b', '-'));
    EXPECT_EQ(first_line({span("ab\u00adcd")}).runs[0].glyphs.utf8, "abcd");
}

TEST(SetLine, CountsBytesAndGlyphsOfEachCluster) {
    const GlyphRun run = first_line({span("aé")}).runs[0].glyphs;
    EXPECT_THAT(run.clusters, ElementsAre(RunCluster{1, 1}, RunCluster{2, 1}));
}

TEST(SetLine, OrdersRightToLeftTextForTheEye) {
    const placed::Line line =
        first_line({span("ab"), span("c")}, {.direction = Direction::RightToLeft});
    ASSERT_THAT(line.runs, SizeIs(2));
    EXPECT_EQ(line.runs[0].glyphs.utf8, "c");
    EXPECT_EQ(line.runs[1].glyphs.utf8, "ab");
    EXPECT_EQ(line.runs[1].origin.x, Pt(10));
    EXPECT_THAT(glyphs_of(line.runs[1]), ElementsAre('b', 'a'));
}

TEST(SetLine, HangsTheEndOfARightToLeftLineAtItsLeft) {
    const placed::Line line =
        first_line({span("ab cd")}, {.direction = Direction::RightToLeft, .width = 30});
    EXPECT_EQ(line.runs[0].origin.x, Pt(-10));
    EXPECT_EQ(line.width, Pt(20));
}

TEST(SetLine, EndsARightToLeftLineWithItsHyphenAtTheLeft) {
    const placed::Line line =
        first_line({span("ab\u00adcd")}, {.direction = Direction::RightToLeft, .width = 30});
    EXPECT_THAT(glyphs_of(line.runs[0]), ElementsAre('-', 'b', 'a'));
    EXPECT_EQ(line.runs[0].glyphs.utf8, "ab-");
}

}  // namespace
}  // namespace broadside::layout
