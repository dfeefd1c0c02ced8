#include "broadside/layout/wrap.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <iterator>
#include <limits>
#include <random>

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

TEST_F(Wrap, LeavesNoShortWordAloneOnTheFirstLine) {
    EXPECT_THAT(lines("aa bbb cccc ddddddd", 90, Rag::Natural),
                ElementsAre("aa bbb ", "cccc ", "ddddddd"));
    EXPECT_THAT(lines("aaaaaa bb ccccc ddddddd", 90, Rag::Natural),
                ElementsAre("aaaaaa ", "bb ccccc ", "ddddddd"));
}

TEST_F(Wrap, LeavesNoShortWordAloneBesideASymbol) {
    EXPECT_THAT(lines("aaa b 10 c", 90, Rag::Even), ElementsAre("aaa ", "b 10 c"));
    doc::Paragraph text = test::paragraph("\u00A0a b 10 c");
    text.alignment = Alignment::Centre;
    text.spans.insert(text.spans.begin(), test::symbol_span(10));
    EXPECT_THAT(lines(measured(text), 90, Rag::Even), ElementsAre("\uFFFC\u00A0a b ", "10 c"));
}

TEST_F(Wrap, FillsTheFirstLinesOfAWideColumn) {
    EXPECT_THAT(lines("aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh", 360, Rag::Natural),
                ElementsAre("aaaaa bbbbb ccccc ddddd eeeee fffff ", "ggggg hhhhh"));
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

/// Words, and tags as they stand in a cell: apart by two spaces, with white inside their boxes.
doc::Paragraph with_tags(const std::string& words, const std::vector<std::string>& tags) {
    doc::Paragraph text = test::paragraph(words);
    for (const std::string& tag : tags) {
        text.spans.push_back({"  ", test::mono(), 0, "", {}, false});
        text.spans.push_back({"\u202f" + tag + "\u202f", test::mono(), 0, "", {}, false});
        text.spans.back().is_tag = text.spans.back().holds = true;
    }
    return text;
}

TEST_F(Wrap, PutsATagUnderItsWordsRatherThanBesideTheLastOfThem) {
    EXPECT_THAT(lines(measured(with_tags("aaa bbb", {"c"})), 80, Rag::Even),
                ElementsAre("aaa bbb  ", "\u202fc\u202f"));
    EXPECT_THAT(lines(measured(with_tags("aaa bbb", {"c"})), 120, Rag::Even),
                ElementsAre("aaa bbb  \u202fc\u202f"));
    EXPECT_THAT(lines(measured(with_tags("aaa bbb", {"c"})), 80, Rag::Natural),
                ElementsAre("aaa bbb  ", "\u202fc\u202f"));
}

TEST_F(Wrap, KeepsTagsTogetherWhereALineHasRoomForThem) {
    EXPECT_THAT(lines(measured(with_tags("aaaa", {"b", "c"})), 100, Rag::Even),
                ElementsAre("aaaa  ", "\u202fb\u202f  \u202fc\u202f"));
}

TEST_F(Wrap, EndsLinesBetweenTagsAndNotInThem) {
    EXPECT_THAT(lines(measured(with_tags("a", {"b b", "c c", "d d"})), 110, Rag::Natural),
                ElementsAre("a  \u202fb b\u202f  ", "\u202fc c\u202f  ", "\u202fd d\u202f"));
}

TEST_F(Wrap, FillsLinesOfNothingButTags) {
    doc::Paragraph tags = with_tags("a", {"bb", "c", "d"});
    tags.spans.erase(tags.spans.begin(), tags.spans.begin() + 2);
    EXPECT_THAT(lines(measured(tags), 100, Rag::Natural),
                ElementsAre("\u202fbb\u202f  \u202fc\u202f  ", "\u202fd\u202f"));
}

TEST_F(Wrap, EndsNoLineBeforeANumberWhereTheNextIsAboutAsLong) {
    EXPECT_THAT(lines(measured("aaa bbb may 2026 cc dd"), 160, Rag::Natural),
                ElementsAre("aaa bbb may 2026 ", "cc dd"));
    EXPECT_THAT(lines(measured("aaa bbb may 2026"), 120, Rag::Natural),
                ElementsAre("aaa bbb ", "may 2026"));
    EXPECT_THAT(lines(measured("aaa bbb may 12,026"), 120, Rag::Natural),
                ElementsAre("aaa bbb may ", "12,026"));
}

TEST_F(Wrap, PartsAFewLettersFromACompoundOnlyWhereLinesAreMuchMoreEvenForIt) {
    EXPECT_THAT(lines("aaaa bbb-cc ddddddd", 130, Rag::Even),
                ElementsAre("aaaa bbb-cc ", "ddddddd"));
    EXPECT_THAT(lines("aaaa bbb-ccc dddddd", 130, Rag::Even),
                ElementsAre("aaaa bbb-", "ccc dddddd"));
    EXPECT_THAT(lines("aaaaaaaaa-bb c", 120, Rag::Even), ElementsAre("aaaaaaaaa-", "bb c"));
}

TEST_F(Wrap, PutsAUnitUnderItsWordsAndCountsItToTheLastOfThem) {
    doc::Paragraph head = test::paragraph("aa bbb ");
    head.spans.push_back({"(c)", test::mono(), 0, "", {}, false});
    head.spans.back().is_unit = true;
    const MeasuredText text = measured(head);
    EXPECT_THAT(lines(text, 70, Rag::Even), ElementsAre("aa bbb ", "(c)"));
    EXPECT_EQ(text.whole_words, Pt(70)) << "as wide as \"bbb (c)\"";
    EXPECT_EQ(text.min_content, Pt(30));
}

TEST_F(Wrap, TakesNoRoomForASeparatorAtALineEnd) {
    doc::Paragraph names = test::paragraph("aaa");
    names.spans.push_back({"\u00a0· ", test::mono(), 0, "", {}, false});
    names.spans.push_back({"bbb", test::mono(), 0, "", {}, false});
    EXPECT_EQ(measured(names).min_content, Pt(50));
    names.spans[1].separates = true;
    EXPECT_THAT(lines(measured(names), 40, Rag::Natural), ElementsAre("aaa\u00a0· ", "bbb"));
    EXPECT_EQ(measured(names).min_content, Pt(30));
}

TEST_F(Wrap, HyphenatesANameOnlyWhereItIsWiderThanItsLine) {
    doc::Paragraph name = test::paragraph("aaa bbb\u00adccc dd");
    EXPECT_THAT(lines(measured(name), 80, Rag::Natural), ElementsAre("aaa bbb\u00ad", "ccc dd"));
    name.spans.back().is_name = true;
    EXPECT_THAT(lines(measured(name), 80, Rag::Natural),
                ElementsAre("aaa ", "bbb\u00adccc ", "dd"));
    EXPECT_THAT(lines(measured(name), 40, Rag::Natural),
                ElementsAre("aaa ", "bbb\u00ad", "ccc ", "dd"));
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

TEST_F(Wrap, KeepsALeaningWordWithTheNextWhereBothFit) {
    EXPECT_THAT(lines("aaa ^ bbb", 60, Rag::Natural), ElementsAre("aaa ", "^ bbb"));
    EXPECT_THAT(lines("aaa ^ bbb", 40, Rag::Natural), ElementsAre("aaa ", "^ ", "bbb"));
}

TEST_F(Wrap, BreaksInsideAWordForWantOfAnyOtherPlace) {
    EXPECT_THAT(lines("a ***** b", 30, Rag::Natural), ElementsAre("a ", "***** ", "b"));
    Setting setting;
    setting.long_words = LongWords::Broken;
    bench_.typesetter.use(setting);
    EXPECT_THAT(lines("a ***** b", 50, Rag::Natural), ElementsAre("a ", "***** ", "b"));
    EXPECT_THAT(lines("a *****", 30, Rag::Even), ElementsAre("a *", "**", "**"));
}

/// What a damaged font may make a shaper say of lengths.
TEST_F(Wrap, HoldsAgainstAdvancesOfADamagedFont) {
    constexpr double kHostile[] = {0,
                                   -3,
                                   1e300,
                                   std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity(),
                                   1,
                                   -1e-9};
    const doc::Paragraph& text =
        bench_.typesetter.keep(test::paragraph("aa b~c **** ^ dd\u00ade ff g"), bench_.document);
    const auto sane = bench_.shaper.shape({.spans = {{text.spans[0].text, {"Mono"}}}});
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        auto hostile = std::make_shared<text::Shaped>(*sane);
        for (text::Cluster& cluster : hostile->clusters) {
            cluster.advance = kHostile[random() % std::size(kHostile)];
            if (random() % 8 == 0) cluster.glyph_count = 0;
        }
        hostile->clusters.back().break_after = static_cast<text::Break>(random() % 7);
        for (text::Item& item : hostile->items)
            item.hyphen.advance = kHostile[random() % std::size(kHostile)];
        const auto long_words = random() % 2 == 0 ? LongWords::Whole : LongWords::Broken;
        const MeasuredText measured = measure_text(text, hostile, {}, long_words);
        for (const double width : {-10.0, 0.0, 25.0, 60.0, 1e9}) {
            std::size_t next = 0;
            for (const LineBreaks& line : break_lines(measured, Pt(width), Rag::Natural)) {
                EXPECT_EQ(line.first, next);
                EXPECT_GT(line.last, line.first);
                EXPECT_FALSE(std::isnan(line.width.value));
                next = line.last;
            }
            EXPECT_EQ(next, measured.pieces.size());
        }
    }
}

TEST_F(Wrap, SetsNothingOfATextWithoutClusters) {
    const doc::Paragraph& text = bench_.typesetter.keep(test::paragraph("a"), bench_.document);
    const MeasuredText measured =
        measure_text(text, std::make_shared<text::Shaped>(), {}, LongWords::Whole);
    EXPECT_THAT(break_lines(measured, Pt(10), Rag::Even), SizeIs(0));
    EXPECT_EQ(widest_word(measured), "");
}

TEST_F(Wrap, PutsAHyphenWhereAWordIsBroken) {
    const std::vector<LineBreaks> breaks =
        break_lines(measured("aaaa\u00adbbb"), Pt(50), Rag::Natural);
    ASSERT_THAT(breaks, SizeIs(2));
    EXPECT_TRUE(breaks[0].hyphenated);
    EXPECT_EQ(breaks[0].width, Pt(50));
    EXPECT_FALSE(breaks[1].hyphenated);
}

TEST_F(Wrap, HyphenatesWhereThatSavesALine) {
    EXPECT_THAT(lines("aaaa bbbb\u00adbbbbb", 100, Rag::Natural),
                ElementsAre("aaaa ", "bbbb\u00adbbbbb"));
    EXPECT_THAT(lines("aaaa bbbb\u00adbbbbb bb", 100, Rag::Natural),
                ElementsAre("aaaa bbbb\u00ad", "bbbbb bb"));
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
