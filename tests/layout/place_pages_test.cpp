#include "broadside/layout/place_pages.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::paragraph;
using test::text_block;
using testing::ElementsAre;
using testing::SizeIs;

TEST(PlacePages, SetsEachDocumentInTheSharedPlaces) {
    SharedBench bench({document(text_block("a"), text_block("b")),
                       document(text_block("a\na"), text_block("b"))});
    const Flowed flowed = flow(bench.typesetter, {});
    for (const doc::Document& edition : bench.editions) {
        const auto pages = place_pages(edition, flowed, bench.typesetter);
        EXPECT_TRUE(nearly(parts_of<placed::Text>(pages)[1].box.y, Pt(10 + 24 + 10)));
    }
}

TEST(PlacePages, KeepsTheWordsOfEachDocument) {
    SharedBench bench({document(text_block("one")), document(text_block("un"))});
    const Flowed flowed = flow(bench.typesetter, {});
    const auto pages = place_pages(bench.editions[1], flowed, bench.typesetter);
    EXPECT_THAT(lines_of(parts_of<placed::Text>(pages)[0]), ElementsAre("un"));
}

TEST(PlacePages, NumbersThePagesOfEachDocument) {
    const auto table = test::table(grid({Fraction{1}}, test::plain_rows(30)));
    SharedBench bench({document(table), document(table)});
    const Flowed flowed = flow(bench.typesetter, {});
    for (const doc::Document& edition : bench.editions) {
        EXPECT_THAT(numbers_of(place_pages(edition, flowed, bench.typesetter)), SizeIs(2));
    }
}

TEST(PlacePages, MakesRoomForTheHighestOfUnlikeBlocks) {
    doc::LegendPacking one{{{}}}, two{{{}}};
    one.groups[0].heading = test::paragraph("a");
    two.groups[0].entries = {{test::symbol(40), test::paragraph("b")}};
    SharedBench bench({document(one, text_block("c")), document(two, text_block("c"))});
    const Flowed flowed = flow(bench.typesetter, {});
    EXPECT_TRUE(nearly(flowed.pages[0].items[1].frame.y, Pt(10 + 40 + 10)));
}

/// The rooms of the only document of a bench, in reading order.
std::vector<TextRoom> rooms(Bench& bench, const Spread& spread = {}) {
    return text_rooms(bench.document, flow(bench.typesetter, spread), bench.typesetter);
}

doc::Table two_cells(doc::Cell first, doc::Cell second) {
    return test::table(grid({FixedWidth{Pt(90)}, FixedWidth{Pt(90)}},
                            {test::body_row("r", {std::move(first), std::move(second)})}));
}

TEST(TextRooms, GivesACellTheLinesOfItsRow) {
    Bench bench(document(two_cells(cell("a\nb\nc"), cell("d"))));
    const auto found = rooms(bench);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[1].lines, 3u);
    EXPECT_TRUE(nearly(found[1].width, Pt(90)));
}

TEST(TextRooms, LeavesPaddingAndBadgeOut) {
    doc::Cell badged = cell("a");
    badged.badge = test::symbol(8);
    Bench bench(document(test::padded(two_cells(badged, cell("b")), 5, 6)));
    const auto found = rooms(bench);
    EXPECT_TRUE(nearly(found[0].width, Pt(90 - 10 - 8 - 4)));
    EXPECT_EQ(found[0].lines, 1u);
}

TEST(TextRooms, LeavesATextTheLinesThatOthersOfItsCellDoNotTake) {
    doc::Cell two = cell("a");
    two.content.push_back(paragraph("b\nc"));
    Bench bench(document(two_cells(two, cell("1\n2\n3\n4\n5"))));
    const auto found = rooms(bench);
    EXPECT_EQ(found[0].lines, 3u);
    EXPECT_EQ(found[1].lines, 4u);
}

TEST(TextRooms, CountsSpareHeightOfRows) {
    Bench bench(document(two_cells(cell("a"), cell("b"))));
    EXPECT_EQ(rooms(bench, {Pt(12), Pt(0)})[0].lines, 2u);
}

TEST(TextRooms, KeepsTheLinesOfOtherBlocks) {
    Bench bench(document(test::text_block("a\nb")));
    const auto found = rooms(bench);
    EXPECT_EQ(found[0].lines, 2u);
    EXPECT_TRUE(nearly(found[0].width, Pt(180)));
}

TEST(TextRooms, GivesLanguagesOfOneGridTheLinesOfTheLongest) {
    SharedBench bench({document(test::text_block("a")), document(test::text_block("a\nb\nc"))});
    const Flowed flowed = flow(bench.typesetter, {});
    EXPECT_EQ(text_rooms(bench.editions[0], flowed, bench.typesetter)[0].lines, 3u);
}

TEST(TextRooms, LetsALegendGrowIntoItsGaps) {
    doc::LegendPacking legend{{{}, {}}};
    for (doc::LegendGroup& group : legend.groups)
        group.entries.push_back({test::symbol(10), paragraph("abc")});
    Bench bench(document(legend));
    // Two groups of 10 + 5 + 30 and a gap of 18 are 108, in 180.
    EXPECT_TRUE(nearly(rooms(bench)[0].width, Pt(30 + 72)));
}

TEST(TextRooms, LetsAnImprintGrowUpToItsGap) {
    Bench bench(document(test::foot(paragraph("abc"), paragraph("de"))));
    const auto found = rooms(bench);
    EXPECT_TRUE(nearly(found[0].width, Pt(180 - 20 - 12)));
    EXPECT_TRUE(nearly(found[1].width, Pt(180 - 30 - 12)));
}

TEST(TextRooms, LooksIntoRowsOfBlocks) {
    const doc::SideBySide row{
        test::boxes(
            doc::BalancedColumns{
                1, test::boxes(test::labelled(paragraph("A"), {paragraph("b")})), {}, {}},
            doc::Tiles{},
            doc::Tiles{test::boxes(test::labelled({}, {paragraph("c"), paragraph("d")})), {}, {}},
            two_cells(cell("e"), cell("f"))),
        {FixedWidth{Pt(40)}, MinContent{}, FixedWidth{Pt(40)}, FixedWidth{Pt(90)}},
        {}};
    Bench bench(document(row));
    EXPECT_THAT(rooms(bench), SizeIs(6));
}

}  // namespace
}  // namespace broadside::layout
