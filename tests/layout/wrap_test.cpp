#include "broadside/layout/wrap.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

/// Paragraphs of characters that are 10 pt wide.
class Wrap : public testing::Test {
protected:
    const MeasuredText& measured(const std::string& text) {
        return measured(test::paragraph(text));
    }
    const MeasuredText& measured(doc::Paragraph paragraph) {
        return *bench_.typesetter.measured(
            bench_.typesetter.keep(std::move(paragraph), bench_.document));
    }

    std::vector<std::string> lines(const std::string& text, double width, Rag rag) {
        return lines(measured(text), width, rag);
    }
    std::vector<std::string> lines(const MeasuredText& measured_text, double width, Rag rag) {
        std::vector<std::string> lines;
        for (const LineBreaks& line : break_lines(measured_text, Pt(width), rag)) {
            const auto& pieces = measured_text.pieces;
            const auto& shaped = *measured_text.shaped;
            const text::Cluster& first = shaped.clusters[pieces[line.first].first];
            const text::Cluster& last = shaped.clusters[pieces[line.last - 1].last - 1];
            lines.push_back(shaped.utf8.substr(
                first.text_begin, last.text_begin + last.text_size - first.text_begin));
        }
        return lines;
    }

    Bench bench_;
};

TEST_F(Wrap, FillsLinesOfRunningText) {
    EXPECT_THAT(lines("aaa bbb ccc", 70, Rag::Natural), ElementsAre("aaa bbb ", "ccc"));
}

TEST_F(Wrap, KeepsOneLineThatFitsExactly) {
    EXPECT_THAT(lines("aaa bbb", 70, Rag::Natural), ElementsAre("aaa bbb"));
}

TEST_F(Wrap, LetsSpacesHangOverTheEdge) {
    EXPECT_THAT(lines("aaa   bbb", 30, Rag::Natural), ElementsAre("aaa   ", "bbb"));
}

TEST_F(Wrap, FillsLinesOfPiecesThatADamagedFontMadeNarrowerThanNothing) {
    MeasuredText text = measured("a b c d");
    const Pt widths[] = {Pt(-8), Pt(6), Pt(6), Pt(9)};
    for (std::size_t i = 0; i < text.pieces.size(); ++i) {
        text.pieces[i].width = widths[i];
        text.pieces[i].space = Pt(0);
    }
    EXPECT_THAT(lines(text, 10, Rag::Even), ElementsAre("a b c ", "d"));
}

TEST_F(Wrap, MakesLinesOfANameEven) {
    EXPECT_THAT(lines("aaa bbb ccc dd", 110, Rag::Even), ElementsAre("aaa bbb ", "ccc dd"));
}

TEST_F(Wrap, LeavesNoSingleLetterOnTheLastLine) {
    EXPECT_THAT(lines("aaa bbb ccc d", 110, Rag::Natural), ElementsAre("aaa bbb ", "ccc d"));
}

TEST_F(Wrap, LeavesTheLastLineShortWhenLinesAreFilled) {
    const std::vector<LineBreaks> filled = fill_lines(measured("aaa bbb ccc d\nee ff"), Pt(110));
    ASSERT_THAT(filled, SizeIs(3));
    EXPECT_EQ(filled[1].width, Pt(10));
    EXPECT_EQ(filled[2].width, Pt(50));
}

TEST_F(Wrap, KeepsANameWholeWhereThatCostsNoLine) {
    doc::Paragraph names = test::paragraph("aaa ");
    names.spans.push_back({"bb cc", test::mono(), 0, "", {}, false});
    EXPECT_THAT(lines(measured(names), 60, Rag::Natural), ElementsAre("aaa bb ", "cc"));
    names.spans.back().whole = true;
    EXPECT_THAT(lines(measured(names), 60, Rag::Natural), ElementsAre("aaa ", "bb cc"));
    EXPECT_THAT(lines(measured(names), 20, Rag::Natural), ElementsAre("aaa ", "bb ", "cc"));
}

TEST_F(Wrap, HyphenatesANameOnlyWhereItIsWiderThanItsLine) {
    doc::Paragraph name = test::paragraph("aaa bbb\u00adccc");
    EXPECT_THAT(lines(measured(name), 90, Rag::Natural), ElementsAre("aaa bbb\u00ad", "ccc"));
    name.spans.back().is_name = true;
    EXPECT_THAT(lines(measured(name), 90, Rag::Natural), ElementsAre("aaa ", "bbb\u00adccc"));
    EXPECT_THAT(lines(measured(name), 40, Rag::Natural), ElementsAre("aaa ", "bbb\u00ad", "ccc"));
    EXPECT_TRUE(break_lines(measured(name), Pt(40), Rag::Natural)[1].hyphenated);
}

TEST_F(Wrap, HoldsNoBreakSpacesTogether) {
    EXPECT_THAT(lines("aa b\u00a0c", 40, Rag::Natural), ElementsAre("aa ", "b\u00a0c"));
}

TEST_F(Wrap, BreaksAfterAHyphen) {
    EXPECT_THAT(lines("aaa-bbb", 40, Rag::Natural), ElementsAre("aaa-", "bbb"));
}

TEST_F(Wrap, BreaksWhereTheTextSaysSo) {
    EXPECT_THAT(lines("a\nb", 1000, Rag::Even), ElementsAre("a\n", "b"));
}

TEST_F(Wrap, LetsAnOverlongWordOverflowAlone) {
    const MeasuredText& text = measured("a bbbbbbbb c");
    const std::vector<LineBreaks> breaks = break_lines(text, Pt(40), Rag::Natural);
    ASSERT_THAT(breaks, SizeIs(3));
    EXPECT_EQ(breaks[0].width, Pt(10));
    EXPECT_EQ(breaks[1].width, Pt(80));
    EXPECT_EQ(breaks[2].width, Pt(10));
}

TEST_F(Wrap, TakesAnEmergencyBreakOnlyInAWordWiderThanItsLine) {
    EXPECT_THAT(lines("aa b~c~d", 60, Rag::Natural), ElementsAre("aa ", "b~c~d"));
    EXPECT_THAT(lines("aa b~c~d", 40, Rag::Natural), ElementsAre("aa ", "b~c~", "d"));
    EXPECT_EQ(count_lines(measured("aa b~c~d"), Pt(60)).lines, 2u);
    EXPECT_EQ(count_lines(measured("aa b~c~d"), Pt(40)).lines, 3u);
}

TEST_F(Wrap, PutsAHyphenWhereAWordIsBroken) {
    const std::vector<LineBreaks> breaks =
        break_lines(measured("aaaa\u00adbbb"), Pt(50), Rag::Natural);
    ASSERT_THAT(breaks, SizeIs(2));
    EXPECT_TRUE(breaks[0].hyphenated);
    EXPECT_EQ(breaks[0].width, Pt(50));
    EXPECT_FALSE(breaks[1].hyphenated);
}

TEST_F(Wrap, LeavesUpToHalfALineEmptyBeforeItHyphenates) {
    EXPECT_THAT(lines("aaaaaa bb\u00adbbbbbb", 100, Rag::Natural),
                ElementsAre("aaaaaa ", "bb\u00adbbbbbb"));
    EXPECT_THAT(lines("aaaa bbbb\u00adbbbbb", 100, Rag::Natural),
                ElementsAre("aaaa bbbb\u00ad", "bbbbb"));
}

TEST_F(Wrap, DoesNotBreakAWordWhoseHyphenHasNoRoom) {
    EXPECT_THAT(lines("aa bb\u00adbb cc", 50, Rag::Natural),
                ElementsAre("aa ", "bb\u00adbb ", "cc"));
}

TEST_F(Wrap, KnowsDownToWhichWidthTheCountHolds) {
    const LineCount count = count_lines(measured("aaa bbb ccc"), Pt(100));
    EXPECT_EQ(count.lines, 2u);
    EXPECT_EQ(count.narrowest, Pt(70));
    EXPECT_EQ(count_lines(measured("aaa bbb ccc"), Pt(70)).lines, 2u);
    EXPECT_EQ(count_lines(measured("aaa bbb ccc"), Pt(69)).lines, 3u);
}

TEST_F(Wrap, CountsLinesOfAllStretches) {
    EXPECT_EQ(count_lines(measured("aaa bbb\nccc ddd"), Pt(30)).lines, 4u);
}

TEST_F(Wrap, BreaksTextsThatAreTooLongToBalance) {
    std::string text;
    for (int i = 0; i < 600; ++i) text += "aaa ";
    const auto broken = lines(text, 70, Rag::Even);
    EXPECT_THAT(broken, SizeIs(300));
    EXPECT_THAT(broken, Each("aaa aaa "));
}

}  // namespace
}  // namespace broadside::layout
