#include "broadside/paint/table_shapes.hpp"

#include <random>

#include <gmock/gmock.h>

#include "support/placed_builder.hpp"

namespace broadside::paint {
namespace {

using test::PlacedTable;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;
using enum RowKind;

Rect rect(double x, double y, double width, double height) {
    return {Pt(x), Pt(y), Pt(width), Pt(height)};
}

auto line(double x1, double y1, double x2, double y2) {
    return AllOf(Field(&Segment::from, Point{Pt(x1), Pt(y1)}),
                 Field(&Segment::to, Point{Pt(x2), Pt(y2)}));
}

auto horizontal(double x1, double x2, double y) { return line(x1, y, x2, y); }
auto vertical(double x, double y1, double y2) { return line(x, y1, x, y2); }

TEST(Emphasis, LeavesOutCellsThatLieAcross) {
    PlacedTable table(3, {Body, Body, Body});
    table.cell(0, 0).cell(0, 1).cell(0, 2).cell(1, 0).cell(1, 1, -1, {1, 2});
    table.cell(2, 0).cell(2, 1).cell(2, 2);
    table->emphasised = {1};
    EXPECT_THAT(emphasised_areas(*table),
                ElementsAre(rect(100, 0, 100, 20), rect(100, 40, 100, 20)));
    EXPECT_THAT(emphasis_segments(*table),
                ElementsAre(vertical(100, 0, 60), vertical(200, 0, 20), vertical(200, 40, 60)));
    table->emphasised = {0};
    EXPECT_THAT(emphasised_areas(*table), ElementsAre(rect(0, 0, 100, 60)));
}

TEST(Guides, StandWhereTheyAreShiftedInReadingDirection) {
    PlacedTable table(2, {Body});
    table.cell(0, 0).cell(0, 1);
    table->guides = {0};
    EXPECT_THAT(guide_segments(*table), ElementsAre(vertical(100, 0, 20)));
    table->guide_shifts = {Pt(15)};
    EXPECT_THAT(guide_segments(*table), ElementsAre(vertical(115, 0, 20)));
    table->direction = Direction::RightToLeft;
    table->column_edges = {Pt(200), Pt(100), Pt(0)};
    EXPECT_THAT(guide_segments(*table), ElementsAre(vertical(85, 0, 20)));
}

TEST(BandAreas, JoinRowsOfOneBand) {
    PlacedTable table(2, {Body, Body, Body});
    table.fill().band(0, 0).band(1, 0);
    const std::vector<BandArea> areas = band_areas(*table);
    ASSERT_THAT(areas, SizeIs(1));
    EXPECT_EQ(areas[0].rect, rect(0, 0, 200, 40));
}

TEST(BandAreas, KeepTwoBandsApart) {
    PlacedTable table(2, {Body, Body});
    table.fill().band(0, 0).band(1, 1);
    const std::vector<BandArea> areas = band_areas(*table);
    ASSERT_THAT(areas, SizeIs(2));
    EXPECT_EQ(areas[1].rect, rect(0, 20, 200, 20));
    EXPECT_EQ(areas[1].band, 1);
}

TEST(BandAreas, LeaveOutAMergedCellThatIsNotOfTheBand) {
    PlacedTable table(3, {Body, Body});
    table.cell(0, 0, 0).cell(0, 1, -1, {2, 1}).cell(0, 2, 0).cell(1, 0, -1).cell(1, 2, -1);
    const std::vector<BandArea> areas = band_areas(*table);
    ASSERT_THAT(areas, SizeIs(2));
    EXPECT_EQ(areas[0].rect, rect(0, 0, 100, 20));
    EXPECT_EQ(areas[1].rect, rect(200, 0, 100, 20));
}

/// Bands at random over a grid of single cells.
PlacedTable random_bands(unsigned seed) {
    std::mt19937 random(seed);
    PlacedTable table(4, std::vector<RowKind>(6, Body));
    table.fill();
    for (placed::Cell& cell : table->cells) cell.band = static_cast<int>(random() % 3) - 1;
    return table;
}

TEST(BandAreas, TintEachCellOfABandOnce) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        PlacedTable table = random_bands(seed);
        const std::vector<BandArea> areas = band_areas(*table);
        for (const placed::Cell& cell : table->cells) {
            int covers = 0;
            for (const BandArea& area : areas) {
                const Point at = cell.box.centre();
                const bool inside = at.x > area.rect.x && at.x < area.rect.right() &&
                                    at.y > area.rect.y && at.y < area.rect.bottom();
                covers += inside && area.band == cell.band ? 1 : inside ? 9 : 0;
            }
            EXPECT_EQ(covers, cell.band < 0 ? 0 : 1);
        }
    }
}

TEST(BandBars, StandAtTheStartEdge) {
    PlacedTable table(2, {Body, Body, Body});
    table.fill().band(1, 0).band(2, 0);
    EXPECT_EQ(band_bars(*table)[0].rect, rect(0, 20, 3, 40));
    EXPECT_EQ(band_bars(*table.right_to_left())[0].rect, rect(197, 20, 3, 40));
}

TEST(BandBars, EndWhereTheBandDoes) {
    PlacedTable table(1, {Body, Section, Body});
    table.fill().band(0, 1).band(2, 1);
    const std::vector<BandArea> bars = band_bars(*table);
    ASSERT_THAT(bars, SizeIs(2));
    EXPECT_EQ(bars[0].rect, rect(0, 0, 6, 20));
    EXPECT_EQ(bars[1].rect, rect(0, 40, 6, 20));
}

TEST(RowSegments, StandBetweenBodyRowsOnly) {
    PlacedTable table(2, {Header, Body, Body, Section, Body});
    const auto segments = row_segments(*table.fill());
    EXPECT_THAT(segments, ElementsAre(horizontal(0, 200, 40)));
}

TEST(RowSegments, LeaveOutMergedCells) {
    PlacedTable table(3, {Body, Body});
    table.cell(0, 0).cell(0, 1, -1, {2, 1}).cell(0, 2).cell(1, 0).cell(1, 2);
    const auto segments = row_segments(*table);
    EXPECT_THAT(segments, ElementsAre(horizontal(0, 100, 20), horizontal(200, 300, 20)));
}

TEST(RowSegments, TellRowsOfOneNameFromOthers) {
    PlacedTable table(2, {Body, Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1).cell(2, 0).cell(2, 1);
    table->rows[1].continues_name = true;
    EXPECT_THAT(row_segments(*table), ElementsAre(horizontal(0, 200, 40)));
    EXPECT_THAT(row_segments(*table, Between::RowsOfOneName),
                ElementsAre(horizontal(100, 200, 20)));
}

TEST(RowSegments, RunFromLeftToRightInBothDirections) {
    PlacedTable table(3, {Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(0, 2).cell(1, 1).cell(1, 2);
    const auto segments = row_segments(*table.right_to_left());
    EXPECT_THAT(segments, ElementsAre(horizontal(0, 200, 20)));
}

TEST(ColumnSegments, StandAtBothSidesOfAMergedColumn) {
    PlacedTable table(3, {Header, Body, Body});
    table.cell(0, 0).cell(0, 1).cell(0, 2);
    table.cell(1, 0).cell(1, 1, -1, {2, 1}).cell(1, 2).cell(2, 0).cell(2, 2);
    const auto segments = column_segments(*table);
    EXPECT_THAT(segments, ElementsAre(vertical(100, 20, 60), vertical(200, 20, 60)));
}

TEST(ColumnSegments, StopAtSectionsAndAtTheTablesEdge) {
    PlacedTable table(2, {Body, Body, Section, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1);
    table.cell(2, 0, -1, {1, 2}).cell(3, 0).cell(3, 1);
    const auto segments = column_segments(*table);
    EXPECT_THAT(segments, ElementsAre(vertical(100, 0, 40), vertical(100, 60, 80)));
}

TEST(ColumnSegments, StandBesideMergedCellsAloneWhereFewRowsHaveOne) {
    PlacedTable table(2, {Body, Body, Body, Body, Body, Body, Body});
    table.cell(0, 0).cell(0, 1).cell(1, 0, -1, {2, 1}).cell(1, 1).cell(2, 1);
    for (std::size_t row = 3; row < 7; ++row) table.cell(row, 0).cell(row, 1);
    EXPECT_THAT(column_segments(*table), ElementsAre(vertical(100, 20, 60)));
}

TEST(ColumnSegments, StandBesideNoFill) {
    PlacedTable table(2, {Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1);
    EXPECT_THAT(column_segments(*table), ElementsAre(vertical(100, 0, 40)));
    table->cells[2].fill = Colour{1, 2, 3};
    EXPECT_THAT(column_segments(*table), ElementsAre(vertical(100, 0, 20)));
    table->cells[0].fill = Colour{1, 2, 3};
    EXPECT_THAT(column_segments(*table), IsEmpty());
}

TEST(ColumnSegments, StandBesideNoName) {
    PlacedTable table(2, {Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1);
    table->cells[0].scope = HeaderScope::Row;
    EXPECT_THAT(column_segments(*table), IsEmpty());
}

TEST(ColumnSegments, StandAtAllEdgesWhereMostHaveOne) {
    PlacedTable table(4, {Body, Body, Body});
    table.cell(0, 0).cell(0, 1, -1, {2, 1}).cell(0, 2).cell(0, 3);
    table.cell(1, 0).cell(1, 2, -1, {1, 2});
    table.cell(2, 0).cell(2, 1).cell(2, 2).cell(2, 3);
    EXPECT_THAT(column_segments(*table), ElementsAre(vertical(100, 0, 60), vertical(200, 0, 60),
                                                     vertical(300, 0, 20), vertical(300, 40, 60)));
}

TEST(ColumnSegments, LeaveOutCellsOverSeveralColumns) {
    PlacedTable table(2, {Body, Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1).cell(2, 0, -1, {1, 2});
    EXPECT_THAT(column_segments(*table), ElementsAre(vertical(100, 0, 40)));
}

TEST(ColumnSegments, AreNoneWithoutMergedCells) {
    PlacedTable table(2, {Body, Body});
    EXPECT_THAT(column_segments(*table.fill()), IsEmpty());
}

TEST(StrongSegments, StandUnderTheHeaderAndAtTheFoot) {
    PlacedTable table(2, {Header, Body, Body});
    const auto segments = strong_segments(*table.fill());
    EXPECT_THAT(segments, ElementsAre(horizontal(0, 200, 20), horizontal(0, 200, 60)));
}

TEST(StrongSegments, LeaveTheHeaderToASectionBar) {
    PlacedTable table(1, {Header, Section, Body});
    const auto segments = strong_segments(*table.fill());
    EXPECT_THAT(segments, ElementsAre(horizontal(0, 100, 60)));
}

}  // namespace
}  // namespace broadside::paint
