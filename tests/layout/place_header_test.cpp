#include <gmock/gmock.h>

#include "broadside/layout/block.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::ElementsAre;

constexpr Frame kFrame{Pt(10), Pt(20), Pt(180)};

placed::Header placed_header(const doc::HeaderBlock& header) {
    Bench bench;
    return std::get<placed::Header>(place_header(header, kFrame, bench.typesetter).blocks[0]);
}

TEST(PlaceHeader, SetsThePublisherOnTheTitlesBaseline) {
    const placed::Header header =
        placed_header({paragraph("Title", 20), {}, paragraph("pub", 10), {}});
    // The title's line is 24 high, its baseline at 12 + 6.
    EXPECT_TRUE(nearly(header.title.lines[0].baseline, Pt(38)));
    EXPECT_TRUE(nearly(header.publisher->lines[0].baseline, Pt(38)));
    EXPECT_EQ(header.publisher->lines[0].left, Pt(160));
}

TEST(PlaceHeader, PutsThePublisherBelowALongTitle) {
    const placed::Header header =
        placed_header({paragraph("Longer title", 15), {}, paragraph("pub", 10), {}});
    EXPECT_THAT(lines_of(header.title), ElementsAre("Longer title"));
    EXPECT_TRUE(nearly(header.publisher->box.y, Pt(38)));
    EXPECT_EQ(header.publisher->lines[0].left, Pt(10));
}

TEST(PlaceHeader, BreaksATitleEvenly) {
    const placed::Header header = placed_header({paragraph("aaaa bbbb cccc dddd", 10), {}, {}, {}});
    EXPECT_THAT(lines_of(header.title), ElementsAre("aaaa bbbb ", "cccc dddd"));
}

TEST(PlaceHeader, StacksTitleSubtitleAndRule) {
    Bench bench;
    const doc::HeaderBlock block{paragraph("Title", 20), paragraph("sub"), {}, {Pt(2), {1, 2, 3}}};
    const PlacedBlock placed = place_header(block, kFrame, bench.typesetter);
    const auto& header = std::get<placed::Header>(placed.blocks[0]);
    EXPECT_TRUE(nearly(header.subtitle->box.y, Pt(44)));
    EXPECT_TRUE(nearly(header.rule.y, Pt(59)));  // 44, a line of 12, a gap of 3
    EXPECT_EQ(header.rule.width, Pt(180));
    EXPECT_EQ(header.rule_colour, (Colour{1, 2, 3}));
    EXPECT_TRUE(nearly(placed.height, Pt(41)));
}

TEST(PlaceHeader, LeavesOutWhatIsEmpty) {
    const placed::Header header = placed_header({paragraph("Title"), {}, {}, {}});
    EXPECT_FALSE(header.subtitle);
    EXPECT_FALSE(header.publisher);
    EXPECT_EQ(header.rule.height, Pt(0));
}

}  // namespace
}  // namespace broadside::layout
