#include "broadside/layout/measured_text.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using text::Break;

MeasuredText measured(Bench& bench, doc::Paragraph paragraph) {
    return *bench.typesetter.measured(bench.typesetter.keep(std::move(paragraph), bench.document));
}

TEST(MeasureText, CutsWhereALineMayEnd) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("ab cd-e"));
    ASSERT_EQ(text.pieces.size(), 3u);
    EXPECT_EQ(text.pieces[0].width, Pt(20));
    EXPECT_EQ(text.pieces[0].space, Pt(10));
    EXPECT_EQ(text.pieces[1].width, Pt(30));
    EXPECT_EQ(text.pieces[1].space, Pt(0));
    EXPECT_EQ(text.pieces[2].break_after, Break::Mandatory);
}

TEST(MeasureText, FindsTheWidestPieceAndTheWidestLine) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("ab cdef g\nhij"));
    EXPECT_EQ(text.min_content, Pt(40));
    EXPECT_EQ(text.max_content, Pt(90));
}

TEST(MeasureText, CountsAWordWithEmergencyBreaksAsOne) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("a b~c d"));
    EXPECT_EQ(text.pieces.size(), 4u);
    EXPECT_TRUE(text.has_holds);
    EXPECT_EQ(text.min_content, Pt(30));
    EXPECT_EQ(text.max_content, Pt(70));
}

TEST(MeasureText, CutsInsideWordsOnlyWhereLongOnesMayBeBroken) {
    Bench bench;
    EXPECT_EQ(measured(bench, paragraph("a *** b")).pieces.size(), 3u);
    Setting setting;
    setting.long_words = LongWords::Broken;
    bench.typesetter.use(setting);
    const MeasuredText text = measured(bench, paragraph("a *** b"));
    EXPECT_EQ(text.pieces.size(), 5u);
    EXPECT_EQ(text.min_content, Pt(30));
    EXPECT_EQ(text.widest_piece, Pt(10));
}

TEST(MeasureText, MakesNothingWiderForAWordThatLeans) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("^ abc"));
    EXPECT_TRUE(text.has_holds);
    EXPECT_EQ(text.min_content, Pt(30));
}

TEST(WidestWord, IsWholeAndWithoutWhatIsNotShown) {
    Bench bench;
    EXPECT_EQ(widest_word(measured(bench, paragraph("ab c~d~e f\u200bgh"))), "c~d~e");
    EXPECT_EQ(widest_word(measured(bench, paragraph("a bc\u200b\u200d de"))), "bc");
}

TEST(WidestWord, IsWithoutTheSymbolBesideIt) {
    Bench bench;
    doc::Paragraph text = paragraph("\u00A0abc");
    text.spans.insert(text.spans.begin(), test::symbol_span(10, "with conditions"));
    EXPECT_EQ(widest_word(measured(bench, text)), "abc");
}

TEST(MeasureText, GivesLinesTheHeightThatTheHighestFaceNeeds) {
    Bench bench;
    doc::Paragraph plain = paragraph("a");
    plain.spans.push_back({"b", test::mono(), 0, "", {}, false});
    const auto shaped = bench.shaper.shape({.spans = {{"a", {"Mono"}}, {"b", {"Mono"}}}});
    auto taller = std::make_shared<text::Shaped>(*shaped);
    FontFace face = *taller->items[1].face;
    face.line_height = 1.5;
    taller->items[1].face = std::make_shared<const FontFace>(face);
    const MeasuredText text = measure_text(plain, taller, face.metrics, LongWords::Whole);
    EXPECT_TRUE(nearly(text.line_height, Pt(18)));
    EXPECT_TRUE(nearly(text.baseline, Pt(12)));
}

TEST(MeasureText, AddsTheHyphenToTheLeastWidthOnly) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("ab\u00adcd"));
    EXPECT_EQ(text.pieces[0].hyphen, Pt(10));
    EXPECT_EQ(text.min_content, Pt(30));
    EXPECT_EQ(text.max_content, Pt(40));
}

TEST(MeasureText, KnowsWhatHangsAtAPiecesEnd) {
    Bench bench;
    doc::Paragraph name = paragraph("ab");
    name.spans.push_back(test::note_mark("A"));
    const MeasuredText text = measured(bench, name);
    EXPECT_EQ(text.pieces[0].width, Pt(25));
    EXPECT_EQ(text.pieces[0].hanging, Pt(5));
}

TEST(MeasureText, DoesNotHangAMarkInsideAPiece) {
    Bench bench;
    doc::Paragraph name = paragraph("ab");
    name.spans.push_back(test::note_mark("A"));
    name.spans.push_back({"c", test::mono(), 0, "", {}, false});
    EXPECT_EQ(measured(bench, name).pieces[0].hanging, Pt(0));
}

TEST(MeasureText, KnowsWhereALineWouldPartAName) {
    Bench bench;
    doc::Paragraph names = paragraph("a ");
    names.spans.push_back({"b c", test::mono(), 0, "", {}, false});
    names.spans.back().whole = true;
    const MeasuredText text = measured(bench, names);
    ASSERT_EQ(text.pieces.size(), 3u);
    EXPECT_FALSE(text.pieces[0].splits_name);
    EXPECT_TRUE(text.pieces[1].splits_name);
    EXPECT_FALSE(text.pieces[2].splits_name);
}

TEST(MeasureText, CentresLettersInTheLine) {
    Bench bench;
    const MeasuredText text = measured(bench, paragraph("ab"));
    EXPECT_TRUE(nearly(text.line_height, Pt(12)));
    // Middle of capitals 3.5, of small letters 2.5: 3 above the baseline, which is 6 + 3 down.
    EXPECT_TRUE(nearly(text.baseline, Pt(9)));
}

}  // namespace
}  // namespace broadside::layout
