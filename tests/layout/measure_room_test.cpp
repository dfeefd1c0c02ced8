#include "broadside/layout/measure_room.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::paragraph;
using testing::SizeIs;

/// The rooms of the only document of a bench, in reading order.
std::vector<TextRoom> rooms(Bench& bench, const Spread& spread = {}) {
    return measure_room(bench.document, flow(bench.typesetter, spread), bench.typesetter);
}

doc::TableBlock two_cells(doc::Cell first, doc::Cell second) {
    return test::table(grid({FixedWidth{Pt(90)}, FixedWidth{Pt(90)}},
                            {test::body_row("r", {std::move(first), std::move(second)})}));
}

TEST(MeasureRoom, GivesACellTheLinesOfItsRow) {
    Bench bench(document(two_cells(cell("a\nb\nc"), cell("d"))));
    const auto found = rooms(bench);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[1].lines, 3u);
    EXPECT_TRUE(nearly(found[1].width, Pt(90)));
}

TEST(MeasureRoom, LeavesPaddingAndBadgeOut) {
    doc::Cell badged = cell("a");
    badged.badge = test::symbol(8);
    Bench bench(document(test::padded(two_cells(badged, cell("b")), 5, 6)));
    const auto found = rooms(bench);
    EXPECT_TRUE(nearly(found[0].width, Pt(90 - 10 - 8 - 4)));
    EXPECT_EQ(found[0].lines, 1u);
}

TEST(MeasureRoom, LeavesATextTheLinesThatOthersOfItsCellDoNotTake) {
    doc::Cell two = cell("a");
    two.content.push_back(paragraph("b\nc"));
    Bench bench(document(two_cells(two, cell("1\n2\n3\n4\n5"))));
    const auto found = rooms(bench);
    EXPECT_EQ(found[0].lines, 3u);
    EXPECT_EQ(found[1].lines, 4u);
}

TEST(MeasureRoom, CountsSpareHeightOfRows) {
    Bench bench(document(two_cells(cell("a"), cell("b"))));
    EXPECT_EQ(rooms(bench, {Pt(12), Pt(0)})[0].lines, 2u);
}

TEST(MeasureRoom, KeepsTheLinesOfOtherBlocks) {
    Bench bench(document(test::text_block("a\nb")));
    const auto found = rooms(bench);
    EXPECT_EQ(found[0].lines, 2u);
    EXPECT_TRUE(nearly(found[0].width, Pt(180)));
}

TEST(MeasureRoom, GivesLanguagesOfOneGridTheLinesOfTheLongest) {
    SharedBench bench({document(test::text_block("a")), document(test::text_block("a\nb\nc"))});
    const Flowed flowed = flow(bench.typesetter, {});
    EXPECT_EQ(measure_room(bench.editions[0], flowed, bench.typesetter)[0].lines, 3u);
}

TEST(MeasureRoom, LetsALegendGrowIntoItsGaps) {
    doc::LegendBlock legend{{{}, {}}};
    for (doc::LegendGroup& group : legend.groups)
        group.entries.push_back({test::symbol(10), paragraph("abc")});
    Bench bench(document(legend));
    // Two groups of 10 + 5 + 30 and a gap of 18 are 108, in 180.
    EXPECT_TRUE(nearly(rooms(bench)[0].width, Pt(30 + 72)));
}

TEST(MeasureRoom, LetsAnImprintGrowUpToItsGap) {
    Bench bench(document(doc::ImprintBlock{paragraph("abc"), paragraph("de")}));
    const auto found = rooms(bench);
    EXPECT_TRUE(nearly(found[0].width, Pt(180 - 20 - 12)));
    EXPECT_TRUE(nearly(found[1].width, Pt(180 - 30 - 12)));
}

TEST(MeasureRoom, LooksIntoRowsOfBlocks) {
    doc::RowBlock row;
    row.blocks = {{doc::NotesBlock{1, {{"A", paragraph("A"), paragraph("b")}}}},
                  {doc::LinksBlock{}},
                  {doc::LinksBlock{{{paragraph("c"), paragraph("d"), {}}}, {}}},
                  {two_cells(cell("e"), cell("f"))}};
    row.widths = {FixedWidth{Pt(40)}, MinContent{}, FixedWidth{Pt(40)}, FixedWidth{Pt(90)}};
    Bench bench(document(std::move(row)));
    EXPECT_THAT(rooms(bench), SizeIs(5));
}

}  // namespace
}  // namespace broadside::layout
