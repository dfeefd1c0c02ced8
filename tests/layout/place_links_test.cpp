#include <gmock/gmock.h>

#include "broadside/layout/block.hpp"
#include "layout/bench.hpp"
#include "support/url.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Frame kFrame{Pt(10), Pt(20), Pt(216)};

doc::Link link(const std::string& label, const std::string& text) {
    doc::Link link{paragraph(label), paragraph(text), std::nullopt};
    link.text.spans[0].url = test::url("https://" + text);
    return link;
}

placed::Links placed_links(const doc::LinksBlock& links) {
    Bench bench;
    return std::get<placed::Links>(place_links(links, kFrame, bench.typesetter).blocks[0]);
}

TEST(PlaceLinks, SetsShortLinksSideBySide) {
    const placed::Links links = placed_links({{link("a", "a.org"), link("b", "b.org")}, {}});
    EXPECT_EQ(links.links[0].text.box.x, Pt(10));
    EXPECT_EQ(links.links[1].text.box.x, Pt(126));
    EXPECT_EQ(links.links[1].text.box.y, links.links[0].text.box.y);
    EXPECT_EQ(links.links[0].url.address(), "https://a.org");
}

TEST(PlaceLinks, SetsLongLinksBelowEachOther) {
    const placed::Links links = placed_links({{link("a", "example.org"), link("b", "b.org")}, {}});
    EXPECT_EQ(links.links[1].label.box.x, Pt(10));
    EXPECT_TRUE(nearly(links.links[1].label.box.y, Pt(49)));  // two lines of 12, a gap of 5
}

TEST(PlaceLinks, CentresTheTextsBesideACode) {
    doc::Link coded = link("a", "a.org");
    coded.qr = test::symbol(40);
    const placed::Links links = placed_links({{coded}, {}});
    EXPECT_EQ(links.links[0].qr->box, (Rect{Pt(10), Pt(20), Pt(40), Pt(40)}));
    EXPECT_EQ(links.links[0].label.box.x, Pt(56));
    EXPECT_TRUE(nearly(links.links[0].label.box.y, Pt(28)));
    EXPECT_TRUE(nearly(links.links[0].text.box.y, Pt(40)));
}

TEST(PlaceLinks, DrawsTheRuleAtTheStartEdge) {
    const placed::Links links = placed_links({{link("a", "a.org")}, {Pt(2), {}}});
    EXPECT_EQ(links.rule.x, Pt(10));
    EXPECT_EQ(links.rule.width, Pt(2));
    EXPECT_TRUE(nearly(links.rule.height, Pt(24)));
    EXPECT_EQ(links.links[0].label.box.x, Pt(24));  // the rule and a gap of 12
}

TEST(LinksWidths, AreThoseOfTheLongestLinkWithItsCode) {
    Bench bench;
    doc::Link coded = link("a b", "a.org");
    coded.qr = test::symbol(40);
    const BlockWidths widths =
        links_widths({{coded, link("abcd efg", "b.org")}, {Pt(2), {}}}, bench.typesetter);
    // The rule and its gap are 14, the code and its gap 46.
    EXPECT_EQ(widths.min_content, Pt(14 + 46 + 50));
    EXPECT_EQ(widths.max_content, Pt(14 + 46 + 50));
}

TEST(PlaceLinks, IsNothingWithoutLinks) {
    Bench bench;
    EXPECT_THAT(place_links({}, kFrame, bench.typesetter).blocks, IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
