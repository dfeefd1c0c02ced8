#include "broadside/layout/cell.hpp"

#include <gmock/gmock.h>

#include "broadside/layout/symbol.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::note_mark;
using test::symbol_cell;
using testing::ElementsAre;
using testing::SizeIs;

const placed::Symbol& symbol_of(const placed::Content& content) {
    return std::get<placed::Symbol>(content);
}

TEST(CellWidths, AreThoseOfTheWidestContent) {
    Bench bench;
    doc::Cell stacked = cell("ab cd");
    stacked.content.push_back(test::paragraph("abc"));
    const ContentWidths widths = cell_widths(stacked, bench.typesetter);
    EXPECT_EQ(widths.min_content, Pt(30));
    EXPECT_EQ(widths.max_content, Pt(50));
}

TEST(CellWidths, KeepTheAxisInTheMiddleOfSymbolAndMarks) {
    Bench bench;
    EXPECT_EQ(cell_widths(symbol_cell(10), bench.typesetter).min_content, Pt(10));
    // The mark is 5 wide, 1.5 away, and as much stays free at the other side.
    const doc::Cell marked = symbol_cell(10, {note_mark("A")});
    EXPECT_EQ(cell_widths(marked, bench.typesetter).min_content, Pt(23));
}

TEST(CellWidths, ReserveTheBadge) {
    Bench bench;
    doc::Cell badged = cell("ab");
    badged.badge = test::symbol(8);
    EXPECT_EQ(cell_widths(badged, bench.typesetter).max_content, Pt(32));
}

TEST(CellHeight, StacksContent) {
    Bench bench;
    doc::Cell stacked = cell("ab cd");
    stacked.content.push_back(test::paragraph("abc", 5));
    EXPECT_TRUE(nearly(cell_height(stacked, Pt(50), bench.typesetter), Pt(18)));
    EXPECT_TRUE(nearly(cell_height(stacked, Pt(20), bench.typesetter), Pt(30)));
}

TEST(CellHeight, BreaksLinesBesideTheBadge) {
    Bench bench;
    doc::Cell badged = cell("ab cd");
    badged.badge = test::symbol(8);
    EXPECT_TRUE(nearly(cell_height(badged, Pt(62), bench.typesetter), Pt(12)));
    EXPECT_TRUE(nearly(cell_height(badged, Pt(61), bench.typesetter), Pt(24)));
    badged.content.push_back(test::paragraph("ab cd"));
    EXPECT_TRUE(nearly(cell_height(badged, Pt(61), bench.typesetter), Pt(36)))
        << "what stands below its line has all of the width";
}

TEST(OnlyBaseline, IsThatOfASingleLine) {
    Bench bench;
    const auto baseline = outer_baseline(cell("ab cd"), Pt(50), bench.typesetter);
    ASSERT_TRUE(baseline);
    EXPECT_TRUE(nearly(*baseline, Pt(9)));
    EXPECT_FALSE(outer_baseline(cell("ab cd"), Pt(20), bench.typesetter));
    EXPECT_FALSE(outer_baseline(symbol_cell(10), Pt(50), bench.typesetter));
}

TEST(PlaceCell, BeginsWhatStandsUnderANameBehindThePictureBeforeIt) {
    Bench bench;
    doc::Cell named = cell("ab cd");
    auto& name = std::get<doc::Paragraph>(named.content.front());
    doc::Span space = name.spans.front();
    space.text = "\u00A0";
    name.spans.insert(name.spans.begin(), space);
    name.spans.insert(name.spans.begin(), test::symbol_span(10));
    named.content.push_back(test::paragraph("efg h"));
    EXPECT_EQ(cell_widths(named, bench.typesetter).max_content, Pt(70));
    const auto placed = place_cell(named, {Pt(0), Pt(0), Pt(60)}, bench.typesetter);
    ASSERT_THAT(placed, SizeIs(2));
    ASSERT_THAT(text_of(placed[0]).lines, SizeIs(2));
    EXPECT_EQ(text_of(placed[0]).lines[1].left, Pt(20));
    ASSERT_THAT(text_of(placed[1]).lines, SizeIs(2));
    EXPECT_EQ(text_of(placed[1]).lines[0].left, Pt(20));
    EXPECT_TRUE(nearly(cell_height(named, Pt(60), bench.typesetter), Pt(48)));
}

TEST(PlaceCell, HangsMarksWithoutMovingTheSymbolOffItsAxis) {
    Bench bench;
    const TextFrame frame{Pt(0), Pt(0), Pt(50)};
    const auto plain = place_cell(symbol_cell(10), frame, bench.typesetter);
    const auto marked = place_cell(symbol_cell(10, {note_mark("A")}), frame, bench.typesetter);
    EXPECT_EQ(symbol_of(plain[0]).box, (Rect{Pt(20), Pt(0), Pt(10), Pt(10)}));
    EXPECT_EQ(symbol_of(marked[0]).box, symbol_of(plain[0]).box);
    EXPECT_EQ(text_of(marked[1]).lines[0].left, Pt(30.5)) << "nearly as behind words";
    const auto large = place_cell(symbol_cell(15, {note_mark("A")}), frame, bench.typesetter);
    EXPECT_EQ(text_of(large[1]).lines[0].left, Pt(34)) << "1.5 behind a higher one";
}

TEST(PlaceCell, KeepsMarksInsideTheCellAtEveryAlignment) {
    for (const Alignment alignment : {Alignment::Start, Alignment::Centre, Alignment::End}) {
        Bench bench;
        doc::Cell marked = symbol_cell(10, {note_mark("A")});
        marked.alignment = alignment;
        const auto placed = place_cell(marked, {Pt(0), Pt(0), Pt(23)}, bench.typesetter);
        const placed::Line& line = text_of(placed[1]).lines[0];
        EXPECT_GE(line.left, Pt(0));
        EXPECT_LE(line.left + line.width, Pt(23));
    }
}

TEST(PlaceCell, KeepsMarksBesideWordsAsFarFromAnEdgeThatIsSeenAsWordsAre) {
    Bench bench;
    doc::Cell marked = cell("abcd");
    marked.alignment = Alignment::Centre;
    std::get<doc::Paragraph>(marked.content.front()).spans.push_back(note_mark("A"));
    TextFrame frame{Pt(10), Pt(0), Pt(48)};
    frame.overhang = Pt(5);
    const auto line = [&] {
        const auto placed = place_cell(marked, frame, bench.typesetter);
        return text_of(placed.front()).lines.front();
    };
    EXPECT_GT(line().left + line().width, Pt(58));
    frame.has_seen_edge = true;
    EXPECT_TRUE(nearly(line().left + line().width, Pt(58)));
    frame.width = Pt(80);
    EXPECT_TRUE(nearly(line().left, Pt(30))) << "with room, words are in the middle";
}

TEST(PlaceCell, KeepsMarksBelowTheRule) {
    Bench bench;
    const doc::Cell marked = symbol_cell(10, {note_mark("A")});
    TextFrame frame{Pt(0), Pt(100), Pt(40)};
    const auto baseline = [&](Pt ceiling) {
        frame.ceiling = ceiling;
        const auto placed = place_cell(marked, frame, bench.typesetter);
        return std::get<placed::Text>(placed.at(1)).lines.at(0).baseline;
    };
    EXPECT_EQ(baseline(Pt(90)), baseline(Pt(80))) << "with room above them";
    EXPECT_GT(baseline(Pt(100)), baseline(Pt(90)));
}

TEST(PlaceCell, LetsASymbolGiveWayToMarks) {
    Bench bench;
    const doc::Cell marked = symbol_cell(10, {note_mark("A")});
    TextFrame frame{Pt(0), Pt(100), Pt(11)};
    frame.overhang = Pt(5);
    const auto placed = place_cell(marked, frame, bench.typesetter);
    const Rect symbol = symbol_of(placed.at(0)).box;
    const Rect& mark = std::get<placed::Text>(placed.at(1)).box;
    EXPECT_LT(symbol.x, Pt(0.5));
    EXPECT_GT(symbol.x, Pt(-5));
    EXPECT_GE(mark.x, symbol.right());
    EXPECT_LE(mark.right(), Pt(16));
    frame.reach = Pt(12);
    EXPECT_EQ(symbol_of(place_cell(marked, frame, bench.typesetter).at(0)).box.x, Pt(0.5))
        << "the white of the next cell is theirs before that";
}

TEST(PlaceCell, PutsTheBadgeBehindAllOfANameOrAtTheEndOfTheFirstLine) {
    Bench bench;
    doc::Cell badged = cell("ab cd");
    badged.badge = test::symbol(8);
    const auto box_at = [&](BandSymbol place) {
        badged.badge_place = place;
        const auto placed = place_cell(badged, {Pt(0), Pt(100), Pt(40)}, bench.typesetter);
        EXPECT_THAT(lines_of(text_of(placed.at(0))), ElementsAre("ab ", "cd"));
        return symbol_of(placed.at(1)).box;
    };
    // The middle of the first line is at 106, that of the second at 118.
    EXPECT_EQ(box_at(BandSymbol::End), (Rect{Pt(32), Pt(102), Pt(8), Pt(8)}));
    EXPECT_EQ(box_at(BandSymbol::Name), (Rect{Pt(24), Pt(114), Pt(8), Pt(8)}));
}

TEST(PlaceCell, KeepsWhatStandsInTheMiddleThereBesideABadge) {
    Bench bench;
    doc::Cell badged = cell("ab");
    badged.badge = test::symbol(8);
    badged.alignment = Alignment::Centre;
    // The badge takes 12, and the text is 20 wide.
    const auto lefts_in = [&](double width) {
        const auto placed = place_cell(badged, {Pt(0), Pt(0), Pt(width)}, bench.typesetter);
        return std::pair(text_of(placed[0]).lines.at(0).left, symbol_of(placed[1]).box.x);
    };
    EXPECT_EQ(lefts_in(60), std::pair(Pt(20), Pt(44)));
    EXPECT_EQ(lefts_in(40), std::pair(Pt(10), Pt(32))) << "2 before the badge";
    EXPECT_EQ(lefts_in(36), std::pair(Pt(2), Pt(26))) << "where it has no room for that, both do";
    badged.badge_place = BandSymbol::End;
    EXPECT_EQ(lefts_in(60), std::pair(Pt(20), Pt(52)));
}

TEST(PlaceCell, StacksContentInReadingOrder) {
    Bench bench;
    doc::Cell stacked = cell("ab");
    stacked.content.push_back(test::paragraph("cd"));
    const auto placed = place_cell(stacked, {Pt(0), Pt(0), Pt(40)}, bench.typesetter);
    ASSERT_THAT(placed, SizeIs(2));
    EXPECT_TRUE(nearly(text_of(placed[1]).box.y, Pt(12)));
}

/// A symbol 15 high between words, one of which stands on each side.
doc::Paragraph symbol_among_words() {
    doc::Paragraph text = test::paragraph("ab ");
    text.spans.push_back(test::symbol_span(15));
    text.spans.push_back(test::paragraph(" cd").spans[0]);
    return text;
}

TEST(PlaceCell, SetsASymbolAmongWords) {
    Bench bench;
    const auto placed =
        place_cell(cell(symbol_among_words()), {Pt(0), Pt(100), Pt(90)}, bench.typesetter);
    const placed::Line& line = text_of(placed[0]).lines.at(0);
    ASSERT_THAT(line.runs, SizeIs(2));
    EXPECT_EQ(line.runs[1].origin.x, Pt(45));
    ASSERT_THAT(line.symbols, SizeIs(1));
    EXPECT_EQ(line.symbols[0].box, (Rect{Pt(30), Pt(100), Pt(15), Pt(15)}));
    // The line is as high as the symbol, and its text in the middle of that: 7.5 + 3.
    EXPECT_TRUE(nearly(line.baseline, Pt(110.5)));
    EXPECT_EQ(line.width, Pt(75));
}

/// Of a symbol, 10 wide, and words of 10 a letter in a column of symbols that wide.
std::vector<placed::Line> lines_beside_symbol(const std::string& said, Pt width) {
    Bench bench;
    doc::Paragraph words = test::paragraph(said);
    words.alignment = Alignment::Centre;
    doc::Cell beside = symbol_cell(10);
    doc::Span symbol = words.spans.front(), space = words.spans.front();
    symbol.text = doc::kObject;
    symbol.symbol = std::get<doc::SymbolLine>(beside.content.front()).symbol;
    space.text = unicode::kNoBreakSpace;
    words.spans.insert(words.spans.begin(), {std::move(symbol), std::move(space)});
    beside.content = {std::move(words)};
    TextFrame frame{Pt(0), Pt(0), width};
    beside.hangs_words = true;
    return text_of(place_cell(beside, frame, bench.typesetter)[0]).lines;
}

Pt symbol_before_words_in(Pt width) {
    return lines_beside_symbol("ok", width).at(0).symbols.at(0).box.x;
}

TEST(PlaceCell, HangsWordsBesideASymbolAsFarAsTheyHaveRoom) {
    EXPECT_EQ(symbol_before_words_in(Pt(80)), Pt(35));
    EXPECT_EQ(symbol_before_words_in(Pt(50)), Pt(10));
    EXPECT_EQ(symbol_before_words_in(Pt(40)), Pt(0));
}

TEST(PlaceCell, HangsFurtherLinesBehindASymbolToo) {
    const std::vector<placed::Line> lines = lines_beside_symbol("abc abcd", Pt(80));
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[1].left, lines[0].runs.back().origin.x) << "under the first word";
    EXPECT_GT(lines[1].left, lines[0].symbols.at(0).box.right());
}

TEST(PlaceCell, BreaksLinesBesideSymbols) {
    Bench bench;
    const doc::Cell mixed = cell(symbol_among_words());
    EXPECT_EQ(cell_widths(mixed, bench.typesetter).min_content, Pt(20));
    const auto placed = place_cell(mixed, {Pt(0), Pt(0), Pt(50)}, bench.typesetter);
    const std::vector<placed::Line>& lines = text_of(placed[0]).lines;
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[0].symbols.size() + lines[1].symbols.size(), 1u);
    EXPECT_TRUE(nearly(cell_height(mixed, Pt(50), bench.typesetter), Pt(30)));
}

TEST(PlaceCell, EvensTheLinesOfHeaders) {
    Bench bench;
    doc::Cell header = cell("aaa bbb ccc dd");
    header.scope = HeaderScope::Column;
    const auto placed = place_cell(header, {Pt(0), Pt(0), Pt(110)}, bench.typesetter);
    EXPECT_THAT(lines_of(text_of(placed[0])), ElementsAre("aaa bbb ", "ccc dd"));
}

TEST(PlaceSymbol, KeepsTheShapeOfTheDrawing) {
    const placed::Symbol symbol = place_symbol(test::symbol(5, 2), {Pt(1), Pt(2)}, Pt(20));
    EXPECT_EQ(symbol.box, (Rect{Pt(1), Pt(2), Pt(40), Pt(20)}));
    EXPECT_EQ(symbol.alt, "yes");
}

}  // namespace
}  // namespace broadside::layout
