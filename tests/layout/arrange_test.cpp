#include "broadside/layout/arrange.hpp"

#include <gmock/gmock.h>

#include "broadside/layout/box_widths.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::boxes;
using test::labelled;
using test::paragraph;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Frame kFrame{Pt(10), Pt(20), Pt(180)};
constexpr Frame kWide{Pt(10), Pt(20), Pt(216)};

/// What a box becomes.
struct Set {
    template <typename Content>
    explicit Set(Content content, const Frame& frame = kFrame) {
        Bench bench;
        const doc::Box box = test::box(std::move(content));
        arranged = arrange(box, frame, bench.typesetter);
        texts = parts_of<placed::Text>(arranged.items);
        symbols = parts_of<placed::Symbol>(arranged.items);
        fills = parts_of<placed::Fill>(arranged.items);
    }

    Arranged arranged;
    std::vector<placed::Text> texts;
    std::vector<placed::Symbol> symbols;
    std::vector<placed::Fill> fills;
};

doc::Box ruled(doc::Box box, const doc::EdgeRule& rule) {
    box.rule = rule;
    return box;
}

TEST(ArrangeStack, SetsBoxesBelowEachOther) {
    const Set set(doc::Stack{boxes(paragraph("abc"), paragraph("def")), Pt(4)});
    ASSERT_THAT(set.texts, SizeIs(2));
    EXPECT_TRUE(nearly(set.texts[1].box.y, Pt(36)));  // 20, a line of 12, a gap of 4
    EXPECT_TRUE(nearly(set.arranged.height, Pt(28)));
}

TEST(ArrangeStack, IsNothingWithoutBoxes) {
    EXPECT_THAT(Set(doc::Stack{}).arranged.items, IsEmpty());
}

TEST(ArrangeParagraph, TakesItsAlignmentAndItsRag) {
    doc::Paragraph text = paragraph("ab");
    text.alignment = Alignment::End;
    EXPECT_EQ(Set(text).texts[0].lines[0].left, Pt(170));
    doc::Paragraph title = paragraph("aaaa bbbb cccc dddd");
    title.is_balanced = true;
    EXPECT_THAT(lines_of(Set(title).texts[0]), ElementsAre("aaaa bbbb ", "cccc dddd"));
}

TEST(ArrangeBox, GroupsWhatMeansSomethingTogether) {
    doc::Paragraph label = paragraph("A");
    label.meaning = Meaning{Role::ListLabel, 0, {"S"}};
    doc::Box item = test::box(labelled(std::move(label), {paragraph("b")}));
    item.meaning = Meaning{Role::ListItem, 0, {"S"}};
    const Set set(std::move(item));
    ASSERT_THAT(set.arranged.items, SizeIs(1));
    const auto& group = std::get<placed::Group>(set.arranged.items[0].kind);
    EXPECT_EQ(group.meaning.note, NoteId{"S"});
    EXPECT_THAT(group.items, SizeIs(2));
    EXPECT_EQ(set.texts[0].meaning->role, Role::ListLabel);
}

TEST(ArrangeBox, DrawsARuleBelow) {
    const Set set(
        ruled(test::box(paragraph("T")), {{Pt(2), {1, 2, 3}}, doc::EdgeRule::Edge::Bottom, Pt(3)}));
    ASSERT_THAT(set.fills, SizeIs(1));
    EXPECT_TRUE(nearly(set.fills[0].box.y, Pt(35)));  // a line of 12 and a gap of 3
    EXPECT_EQ(set.fills[0].box.width, Pt(180));
    EXPECT_EQ(set.fills[0].colour, (Colour{1, 2, 3}));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(17)));
}

TEST(ArrangeBox, DrawsARuleAtTheStartEdge) {
    const Set set(
        ruled(test::box(paragraph("a\nb")), {{Pt(2), {}}, doc::EdgeRule::Edge::Start, Pt(12)}));
    ASSERT_THAT(set.fills, SizeIs(1));
    EXPECT_EQ(set.fills[0].box, (Rect{Pt(10), Pt(20), Pt(2), Pt(24)}));
    EXPECT_EQ(set.texts[0].box.x, Pt(24));
}

TEST(ArrangeTwoEnds, SetsTheEndOnTheLastBaselineOfTheStart) {
    const Set set(doc::TwoEnds{paragraph("Title", 20), paragraph("pub", 10), Pt(12)});
    // The title's line is 24 high, its baseline at 12 + 6.
    EXPECT_TRUE(nearly(set.texts[0].lines[0].baseline, Pt(38)));
    EXPECT_TRUE(nearly(set.texts[1].lines[0].baseline, Pt(38)));
    EXPECT_EQ(set.texts[1].lines[0].left, Pt(160));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(24)));
}

TEST(ArrangeTwoEnds, PutsTheEndBelowWhenThereIsNoRoomBeside) {
    const Set set(doc::TwoEnds{paragraph("abcdefghi"), paragraph("jklmnopqr"), Pt(12)});
    EXPECT_EQ(set.texts[1].lines[0].left, Pt(10));
    EXPECT_TRUE(nearly(set.texts[1].box.y, Pt(32)));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(24)));
}

TEST(ArrangeTwoEnds, SetsAnEndAlone) {
    const Set set(doc::TwoEnds{{}, paragraph("def"), Pt(12)});
    ASSERT_THAT(set.texts, SizeIs(1));
    EXPECT_EQ(set.texts[0].lines[0].left, Pt(160));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(12)));
}

TEST(ArrangeLabelled, CentresTheLowerPartBesideTheOther) {
    doc::Labelled item = labelled(test::symbol(40), {paragraph("a"), paragraph("a.org")}, 6);
    item.place = doc::Labelled::Place::Middle;
    const Set set(std::move(item));
    EXPECT_EQ(set.symbols[0].box, (Rect{Pt(10), Pt(20), Pt(40), Pt(40)}));
    EXPECT_EQ(set.texts[0].box.x, Pt(56));
    EXPECT_TRUE(nearly(set.texts[0].box.y, Pt(28)));
    EXPECT_TRUE(nearly(set.texts[1].box.y, Pt(40)));
}

TEST(ArrangeLabelled, LeavesNoGapForNoLabel) {
    EXPECT_EQ(Set(labelled({}, {paragraph("a")}, 6)).texts[0].box.x, Pt(10));
}

doc::Box note(const std::string& mark, const std::string& text) {
    doc::Paragraph label = paragraph(mark);
    label.alignment = Alignment::End;
    return test::box(labelled(std::move(label), {paragraph(text)}, 4));
}

TEST(ArrangeColumns, AreBalanced) {
    // Columns of 100: the first note takes three lines, the others one each.
    const Set set(
        doc::BalancedColumns{
            2, {note("A", "aaaaaa bbbbbb cccccc"), note("B", "b"), note("C", "c")}, Pt(16), Pt(1)},
        kWide);
    ASSERT_THAT(set.texts, SizeIs(6));
    EXPECT_THAT(set.texts[1].lines, SizeIs(3));
    EXPECT_EQ(set.texts[2].box.x, Pt(126));
    EXPECT_EQ(set.texts[2].box.y, Pt(20));
    EXPECT_TRUE(nearly(set.texts[4].box.y, Pt(33)));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(36)));
}

TEST(ArrangeColumns, GiveAllLabelsOneWidth) {
    const Set set(doc::BalancedColumns{1, {note("A", "first"), note("12", "second")}, {}, {}},
                  kWide);
    EXPECT_EQ(set.texts[0].lines[0].left, Pt(20));
    EXPECT_EQ(set.texts[2].lines[0].left, Pt(10));
    EXPECT_EQ(set.texts[1].lines[0].left, Pt(34));
    EXPECT_EQ(set.texts[3].lines[0].left, Pt(34));
}

TEST(ArrangeColumns, AreNoMoreThanBoxes) {
    const Set set(doc::BalancedColumns{4, {note("A", "a")}, Pt(16), {}}, kWide);
    EXPECT_EQ(set.texts[1].box.width, Pt(216 - 14));
}

doc::Tiles tiles(const std::string& first, const std::string& second) {
    return {boxes(paragraph(first), paragraph(second)), Pt(16), Pt(5)};
}

TEST(ArrangeTiles, StandSideBySideInEqualShares) {
    const Set set(tiles("a.org", "b.org"), kWide);
    EXPECT_EQ(set.texts[0].box.x, Pt(10));
    EXPECT_EQ(set.texts[1].box.x, Pt(126));
    EXPECT_EQ(set.texts[1].box.y, set.texts[0].box.y);
}

TEST(ArrangeTiles, StandBelowEachOtherWhereOneWouldBreak) {
    const Set set(tiles("example.org", "example.com"), kWide);
    EXPECT_EQ(set.texts[1].box.x, Pt(10));
    EXPECT_TRUE(nearly(set.texts[1].box.y, Pt(37)));  // a line of 12, a gap of 5
}

TEST(ArrangeTiles, StandBesideEachOtherAsWideAsTheyAre) {
    const Set set(tiles("example.org", "b.org"), {Pt(10), Pt(20), Pt(186)});
    EXPECT_TRUE(nearly(set.texts[1].box.x, Pt(10 + 110 + 5 + 16))) << "ten are over, for both";
    EXPECT_EQ(set.texts[1].box.y, set.texts[0].box.y);
}

TEST(ArrangeTiles, StandInAsFewRowsAsKeepTheirLines) {
    const Set set(doc::Tiles{boxes(paragraph("a.org"), paragraph("example.org"), paragraph("c.org"),
                                   paragraph("d.org")),
                             Pt(16), Pt(5)},
                  {Pt(10), Pt(20), Pt(280)});
    EXPECT_EQ(set.texts[1].box.x, Pt(158)) << "148 are half of what 280 leave beside a gap";
    EXPECT_EQ(set.texts[1].box.y, set.texts[0].box.y);
    EXPECT_EQ(set.texts[2].box.x, Pt(10));
    EXPECT_TRUE(nearly(set.texts[2].box.y, Pt(37)));  // a line of 12, a gap of 5
    EXPECT_EQ(set.texts[3].box.y, set.texts[2].box.y);
}

TEST(ArrangeTiles, StandBesideEachOtherInARowThatIsLowerForIt) {
    const auto beside = [](const std::string& text) {
        return Set(doc::SideBySide{boxes(test::text_block(text),
                                         test::box(tiles("a.org", "b.org"))),
                                   {Fraction{1}, MaxContent{}},
                                   Pt(10)},
                   {Pt(10), Pt(20), Pt(300)})
            .texts;
    };
    const auto short_text = beside("abc"), long_text = beside("abc\nde\nfgh\ni");
    EXPECT_EQ(short_text[1].box.y, short_text[2].box.y);
    EXPECT_LT(long_text[1].box.y, long_text[2].box.y);
    const auto broken_text = beside("aaaa bbbb cccc dddd eeee ff");
    EXPECT_EQ(broken_text[1].box.y, broken_text[2].box.y) << "two lines are lower than two tiles";
}

TEST(ArrangeSideBySide, SharesTheWidth) {
    const Set set(doc::SideBySide{boxes(test::text_block("abc"), test::text_block("de\nf")),
                                  {Fraction{1}, Fraction{2}},
                                  Pt(18)});
    ASSERT_THAT(set.texts, SizeIs(2));
    // 180 less a gap of 18 leaves 162: 54 and 108.
    EXPECT_EQ(set.texts[0].box.width, Pt(54));
    EXPECT_EQ(set.texts[1].box.x, Pt(82));
    EXPECT_TRUE(nearly(set.arranged.height, Pt(24)));
}

TEST(ArrangeSideBySide, GivesTextsTheirLongestWord) {
    const Set set(doc::SideBySide{boxes(test::text_block("abc"), test::text_block("abcdefghijkl")),
                                  {Fraction{1}, Fraction{1}},
                                  Pt(18)});
    EXPECT_EQ(set.texts[1].box.width, Pt(120));
    EXPECT_EQ(set.texts[0].box.width, Pt(42));
}

TEST(ArrangeTable, IsAsHighAsItsRows) {
    const Set set(test::table(test::grid({Fraction{1}}, test::plain_rows(3))));
    EXPECT_EQ(parts_of<placed::Table>(set.arranged.items)[0].box,
              (Rect{Pt(10), Pt(20), Pt(180), Pt(36)}));
    EXPECT_EQ(set.arranged.height, Pt(36));
}

TEST(BoxWidths, AreFreeForBoxesThatCanBeAnyWidth) {
    Bench bench;
    const ContentWidths widths = box_widths(test::box(doc::TwoEnds{}), Pt(90), bench.typesetter);
    EXPECT_EQ(widths.min_content, Pt(0));
    EXPECT_EQ(widths.max_content, Pt(90));
}

TEST(BoxWidths, AreThoseOfTheWidestBoxInEveryColumn) {
    Bench bench;
    const doc::BalancedColumns columns{2, {note("A", "aaaa bb"), note("B", "b")}, Pt(16), {}};
    const ContentWidths widths = box_widths(test::box(columns), Pt(0), bench.typesetter);
    // Two marks of 10 with gaps of 4, and 16 between the columns.
    EXPECT_EQ(widths.min_content, Pt(44 + 2 * 40));
    EXPECT_EQ(widths.max_content, Pt(44 + 2 * 70));
}

TEST(BoxWidths, AreThoseOfTheWidestTileWithItsLabelAndRule) {
    Bench bench;
    const doc::Box box =
        ruled(test::box(doc::Tiles{
                  boxes(labelled(test::symbol(40), {paragraph("a b"), paragraph("a.org")}, 6),
                        paragraph("abcd efg")),
                  {},
                  {}}),
              {{Pt(2), {}}, doc::EdgeRule::Edge::Start, Pt(12)});
    const ContentWidths widths = box_widths(box, Pt(0), bench.typesetter);
    // The rule and its gap are 14, the symbol and its gap 46.
    EXPECT_EQ(widths.min_content, Pt(14 + 46 + 50));
    EXPECT_EQ(widths.max_content, Pt(14 + 46 + 50));
}

}  // namespace
}  // namespace broadside::layout
