#include "broadside/layout/pack_legend.hpp"

#include <gmock/gmock.h>

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

TEST(LegendWidths, AreFromAGroupALineToAllOnOneLine) {
    Bench bench;
    const ContentWidths widths =
        legend_widths({{group({"ab", "c"}), group({"def"})}}, bench.typesetter);
    EXPECT_EQ(widths.min_content, Pt(15 + 30));
    EXPECT_EQ(widths.max_content, Pt(15 + 20 + 14 + 15 + 10 + 18 + 15 + 30));
}

class PackLegend : public testing::Test {
protected:
    void pack(std::vector<doc::LegendGroup> groups, double width) {
        legend_.groups = std::move(groups);
        Galley galley(bench_.typesetter);
        height_ = pack_legend(legend_, {Pt(0), Pt(0), Pt(width)}, galley);
        items_ = std::move(galley).take();
        texts_ = parts_of<placed::Text>(items_);
        symbols_ = parts_of<placed::Symbol>(items_);
    }

    std::vector<double> symbol_xs() const {
        std::vector<double> xs;
        for (const placed::Symbol& symbol : symbols_) xs.push_back(symbol.box.x.value);
        return xs;
    }

    Bench bench_;
    doc::LegendPacking legend_;
    Pt height_;
    std::vector<placed::Item> items_;
    std::vector<placed::Text> texts_;
    std::vector<placed::Symbol> symbols_;
};

TEST_F(PackLegend, SetsAllOnOneLineWhereThereIsRoom) {
    // Two entries of 45 and a gap of 14 are 104; a group of one is 35; the gap takes the rest.
    pack({group({"abc", "def"}), group({"gh"})}, 200);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 59, 165));
    EXPECT_EQ(texts_[1].lines[0].left, Pt(74));
    EXPECT_TRUE(nearly(height_, Pt(12)));
}

TEST_F(PackLegend, KeepsGroupsTogetherThatWouldStandFarApart) {
    // 104, 18 and 35 leave 119 of 276, which open the gap; 120 would tear them apart.
    pack({group({"abc", "def"}), group({"gh"})}, 276);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 59, 241));
    pack({group({"abc", "def"}), group({"gh"})}, 277);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 59, 140));
}

TEST_F(PackLegend, MakesAListOfAGroup) {
    pack({group({"abc", "def"})}, 200);
    ASSERT_THAT(items_, SizeIs(1));
    const auto& list = std::get<placed::Group>(items_[0].kind);
    EXPECT_EQ(list.meaning.role, Role::List);
    ASSERT_THAT(list.items, SizeIs(2));
    const auto& entry = std::get<placed::Group>(list.items[0].kind);
    EXPECT_EQ(entry.meaning.role, Role::ListItem);
    EXPECT_EQ(std::get<placed::Group>(entry.items.at(0).kind).meaning.role, Role::ListLabel);
    EXPECT_THAT(lines_of(std::get<placed::Text>(entry.items.at(1).kind)), ElementsAre("abc"));
}

TEST_F(PackLegend, CentresSymbolsOnTheirLine) {
    pack({group({"abc"})}, 200);
    EXPECT_TRUE(nearly(symbols_[0].box.y, Pt(1)));
}

TEST_F(PackLegend, SetsColumnsOfEntriesWhereALineIsTooLong) {
    // 104 + 18 + 104 do not fit into 200, but two columns of 45 side by side do.
    pack({group({"abc", "def"}), group({"ghi", "jkl"})}, 200);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 0, 155, 155));
    EXPECT_TRUE(nearly(symbols_[1].box.y, Pt(16)));
    EXPECT_TRUE(nearly(height_, Pt(27)));
}

TEST_F(PackLegend, TakesTheFewestLinesThatFitThoughMoreMayNot) {
    // In columns of two, 25 and 95 and a gap; in columns of three, twice 95.
    const doc::LegendGroup mixed = group({"a", "a", "abcdefgh", "abcdefgh"});
    pack({mixed}, 134);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 0, 39, 39));
    pack({mixed}, 133);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 0, 0, 0));
}

TEST_F(PackLegend, FindsTheWidestEntryOfColumnsOfAnyLength) {
    pack({group({"a", "abcd", "a", "a", "abc", "a", "ab", "a", "a", "a"})}, 190);
    // Columns of four are 55, 45 and 25 wide; of three, 55, 45, 35 and 25 with three gaps of 14.
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 0, 0, 0, 69, 69, 69, 69, 128, 128));
}

TEST_F(PackLegend, NarrowsGroupsALittle) {
    // 125 + 18 + 45 are 188: the first label breaks so that both stand in 170.
    pack({group({"abc def ghi"}), group({"jkl"})}, 170);
    EXPECT_THAT(lines_of(texts_[0]), ElementsAre("abc def ", "ghi"));
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 125));
}

TEST_F(PackLegend, StacksGroupsWhenNothingElseFits) {
    pack({group({"abcdefgh"}), group({"abcdefgh"})}, 100);
    EXPECT_THAT(symbol_xs(), ElementsAre(0, 0));
    // A line of 12 and twice the gap of 3, then the symbol 1 lower.
    EXPECT_TRUE(nearly(symbols_[1].box.y, Pt(19)));
    EXPECT_TRUE(nearly(height_, Pt(30)));
}

TEST_F(PackLegend, PutsTheHeadingAboveTheEntries) {
    doc::LegendGroup headed = group({"abc"});
    headed.heading = paragraph("Head");
    pack({headed}, 200);
    EXPECT_THAT(lines_of(texts_[0]), ElementsAre("Head"));
    EXPECT_TRUE(nearly(symbols_[0].box.y, Pt(16)));
}

TEST_F(PackLegend, SetsOneLineInABandAndBesideItOnOneLine) {
    doc::LegendGroup band;
    band.band = BandStyle{{1, 1, 1}, {2, 2, 2}, Pt(2)};
    band.sample = {paragraph("ab")};
    pack({group({"abc"}), band}, 200);
    EXPECT_TRUE(nearly(texts_[0].lines[0].baseline, texts_[1].lines[0].baseline));
    EXPECT_GT(texts_[0].box.y, Pt(0));
    EXPECT_EQ(parts_of<placed::Fill>(items_)[0].box.y, Pt(0));

    doc::LegendGroup headed = group({"abc"});
    headed.heading = paragraph("Head");
    pack({headed, band}, 200);
    EXPECT_TRUE(nearly(texts_[1].lines[0].baseline, texts_[2].lines[0].baseline));
    EXPECT_LT(texts_[0].box.y, texts_[1].box.y);
}

TEST_F(PackLegend, SetsHeadingsOnOneLineAboveEntriesOfDifferentHeights) {
    doc::LegendGroup high = group({"abc"}), low = group({"d"});
    high.entries[0].symbol = test::symbol(20);
    high.heading = low.heading = paragraph("Head");
    pack({high, low}, 200);
    EXPECT_EQ(texts_[0].box.y, texts_[2].box.y);
    EXPECT_TRUE(nearly(texts_[1].lines[0].baseline, texts_[3].lines[0].baseline));
}

TEST_F(PackLegend, KeepsBandsTogetherAtTheEnd) {
    doc::LegendGroup band;
    band.band = BandStyle{{1, 1, 1}, {2, 2, 2}, Pt(2)};
    band.sample = {paragraph("ab")};
    pack({group({"abc"}), band, band}, 200);
    const auto fills = parts_of<placed::Fill>(items_);
    ASSERT_THAT(fills, SizeIs(4));
    EXPECT_TRUE(nearly(fills[2].box.right(), Pt(200)));
    EXPECT_TRUE(nearly(fills[2].box.x - fills[0].box.right(), Pt(18)));
}

TEST_F(PackLegend, DrawsTheBandBehindItsSample) {
    doc::LegendGroup band;
    band.band = BandStyle{{1, 1, 1}, {2, 2, 2}, Pt(2)};
    band.badge = test::symbol(8);
    band.sample = {paragraph("Name"), paragraph("detail")};
    pack({band}, 200);
    // Bar 2, padding 6, the badge and its gap of 5, "detail" 60, padding 6.
    const auto fills = parts_of<placed::Fill>(items_);
    ASSERT_THAT(fills, SizeIs(2));
    EXPECT_TRUE(nearly(fills[0].box.width, Pt(87)));
    EXPECT_TRUE(nearly(fills[0].box.height, Pt(24 + 2 * 4.2)));
    EXPECT_EQ(fills[0].colour, (Colour{1, 1, 1}));
    EXPECT_EQ(fills[1].box.width, Pt(2));
    EXPECT_EQ(std::get<placed::Group>(items_[0].kind).meaning.role, Role::Background);
    EXPECT_EQ(symbols_[0].box.x, Pt(8));
    EXPECT_EQ(texts_[0].lines[0].left, Pt(21));
    EXPECT_EQ(texts_[1].lines[0].left, Pt(21));
}

}  // namespace
}  // namespace broadside::layout
