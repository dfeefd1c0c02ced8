#include <gmock/gmock.h>

#include "broadside/layout/block.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::ElementsAre;
using testing::SizeIs;

/// Each entry is a symbol of 10, a gap of 5 and a label.
doc::LegendGroup group(const std::vector<std::string>& labels) {
    doc::LegendGroup group;
    for (const std::string& label : labels) {
        group.entries.push_back({test::symbol(10), paragraph(label)});
    }
    return group;
}

class PlaceLegend : public testing::Test {
protected:
    placed::Legend placed(std::vector<doc::LegendGroup> groups, double width) {
        legend_.groups = std::move(groups);
        const Frame frame{Pt(0), Pt(0), Pt(width)};
        PlacedBlock placed = place_legend(legend_, frame, bench_.typesetter);
        height_ = placed.height;
        return std::get<placed::Legend>(placed.blocks[0]);
    }

    static std::vector<double> symbol_xs(const placed::LegendGroup& group) {
        std::vector<double> xs;
        for (const placed::LegendEntry& entry : group.entries)
            xs.push_back(entry.symbol.box.x.value);
        return xs;
    }

    Bench bench_;
    doc::LegendBlock legend_;
    Pt height_;
};

TEST_F(PlaceLegend, SetsAllOnOneLineWhereThereIsRoom) {
    // Two entries of 45 and a gap of 14 are 104; a group of one is 35; the gap takes the rest.
    const placed::Legend legend = placed({group({"abc", "def"}), group({"gh"})}, 200);
    EXPECT_THAT(symbol_xs(legend.groups[0]), ElementsAre(0, 59));
    EXPECT_THAT(symbol_xs(legend.groups[1]), ElementsAre(165));
    EXPECT_EQ(legend.groups[0].entries[1].label.lines[0].left, Pt(74));
    EXPECT_TRUE(nearly(height_, Pt(12)));
}

TEST_F(PlaceLegend, CentresSymbolsOnTheirLine) {
    const placed::Legend legend = placed({group({"abc"})}, 200);
    EXPECT_TRUE(nearly(legend.groups[0].entries[0].symbol.box.y, Pt(1)));
}

TEST_F(PlaceLegend, SetsColumnsOfEntriesWhereALineIsTooLong) {
    // 104 + 18 + 104 do not fit into 200, but two columns of 45 side by side do.
    const placed::Legend legend = placed({group({"abc", "def"}), group({"ghi", "jkl"})}, 200);
    EXPECT_THAT(symbol_xs(legend.groups[0]), ElementsAre(0, 0));
    EXPECT_THAT(symbol_xs(legend.groups[1]), ElementsAre(155, 155));
    EXPECT_TRUE(nearly(legend.groups[0].entries[1].symbol.box.y, Pt(16)));
    EXPECT_TRUE(nearly(height_, Pt(27)));
}

TEST_F(PlaceLegend, TakesTheFewestLinesThatFitThoughMoreMayNot) {
    // In columns of two, 25 and 95 and a gap; in columns of three, twice 95.
    const doc::LegendGroup mixed = group({"a", "a", "abcdefgh", "abcdefgh"});
    EXPECT_THAT(symbol_xs(placed({mixed}, 134).groups[0]), ElementsAre(0, 0, 39, 39));
    EXPECT_THAT(symbol_xs(placed({mixed}, 133).groups[0]), ElementsAre(0, 0, 0, 0));
}

TEST_F(PlaceLegend, FindsTheWidestEntryOfColumnsOfAnyLength) {
    const placed::Legend legend =
        placed({group({"a", "abcd", "a", "a", "abc", "a", "ab", "a", "a", "a"})}, 190);
    // Columns of four are 55, 45 and 25 wide; of three, 55, 45, 35 and 25 with three gaps of 14.
    EXPECT_THAT(symbol_xs(legend.groups[0]), ElementsAre(0, 0, 0, 0, 69, 69, 69, 69, 128, 128));
}

TEST_F(PlaceLegend, NarrowsGroupsALittle) {
    // 125 + 18 + 45 are 188: the first label breaks so that both stand in 170.
    const placed::Legend legend = placed({group({"abc def ghi"}), group({"jkl"})}, 170);
    EXPECT_THAT(lines_of(legend.groups[0].entries[0].label), ElementsAre("abc def ", "ghi"));
    EXPECT_THAT(symbol_xs(legend.groups[1]), ElementsAre(125));
}

TEST_F(PlaceLegend, StacksGroupsWhenNothingElseFits) {
    const placed::Legend legend = placed({group({"abcdefgh"}), group({"abcdefgh"})}, 100);
    EXPECT_THAT(symbol_xs(legend.groups[1]), ElementsAre(0));
    // A line of 12 and twice the gap of 3, then the symbol 1 lower.
    EXPECT_TRUE(nearly(legend.groups[1].entries[0].symbol.box.y, Pt(19)));
    EXPECT_TRUE(nearly(height_, Pt(30)));
}

TEST_F(PlaceLegend, PutsTheHeadingAboveTheEntries) {
    doc::LegendGroup headed = group({"abc"});
    headed.heading = paragraph("Head");
    const placed::Legend legend = placed({headed}, 200);
    EXPECT_THAT(lines_of(*legend.groups[0].heading), ElementsAre("Head"));
    EXPECT_TRUE(nearly(legend.groups[0].entries[0].symbol.box.y, Pt(16)));
}

TEST_F(PlaceLegend, DrawsTheBandBehindItsSample) {
    doc::LegendGroup band;
    band.band = BandStyle{{}, {}, Pt(2)};
    band.badge = test::symbol(8);
    band.sample = {paragraph("Name"), paragraph("detail")};
    const placed::Legend legend = placed({band}, 200);
    const placed::LegendGroup& group = legend.groups[0];
    // Bar 2, padding 6, the badge and its gap of 5, "detail" 60, padding 6.
    EXPECT_TRUE(nearly(group.band->box.width, Pt(87)));
    EXPECT_TRUE(nearly(group.band->box.height, Pt(24 + 2 * 4.2)));
    EXPECT_EQ(group.band->bar.width, Pt(2));
    EXPECT_EQ(group.badge->box.x, Pt(8));
    EXPECT_EQ(group.sample[0].lines[0].left, Pt(21));
    EXPECT_EQ(group.sample[1].lines[0].left, Pt(21));
}

}  // namespace
}  // namespace broadside::layout
