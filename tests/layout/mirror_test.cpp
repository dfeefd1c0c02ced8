#include "broadside/layout/finished_pages.hpp"

#include <vector>

#include <gmock/gmock.h>

#include "broadside/placed/document.hpp"

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::paragraph;
using testing::ElementsAre;

doc::Box ruled_links(doc::Paragraph label, doc::Paragraph text) {
    doc::Box links = test::box(doc::Tiles{
        test::boxes(test::labelled(test::symbol(20), {std::move(label), std::move(text)}, 6)),
        {},
        {}});
    links.rule = {{Pt(1), {}}, doc::EdgeRule::Edge::Start, Pt(12)};
    return links;
}

/// A page 200 wide with one of every box.
placed::Page full_page() {
    doc::LegendGroup group;
    group.heading = paragraph("H");
    group.entries.push_back({test::symbol(10), paragraph("ab")});
    group.band = BandStyle{{}, {}, Pt(2)};
    group.badge = test::symbol(8);
    group.sample = {paragraph("N")};
    Bench bench(test::document(
        doc::TwoEnds{paragraph("T"), paragraph("p"), Pt(12)}, doc::LegendPacking{{group}},
        test::table(test::grid({Fraction{1}, Fraction{2}},
                               {test::body_row("r", {cell("a"), test::symbol_cell(10)})})),
        doc::BalancedColumns{
            1, test::boxes(test::labelled(paragraph("A"), {paragraph("n")})), {}, {}},
        ruled_links(paragraph("l"), paragraph("u")), test::text_block("x"),
        test::foot(paragraph("i"), paragraph("e"))));
    return bench.pages()[0];
}

std::string dump_of(const placed::Page& page) {
    placed::Document document;
    document.pages = {page};
    return placed::dump(document);
}

TEST(Mirror, TwiceIsThePageItself) {
    const placed::Page page = full_page();
    placed::Page twice = page;
    mirror(twice);
    EXPECT_NE(dump_of(twice), dump_of(page));
    mirror(twice);
    const auto turn_back = [](placed::Table& table) { table.direction = Direction::LeftToRight; };
    placed::for_each_part(twice.items, turn_back);
    EXPECT_EQ(dump_of(twice), dump_of(page));
}

TEST(Mirror, TurnsATable) {
    placed::Page page = full_page();
    mirror(page);
    const placed::Table table = parts_of<placed::Table>(page.items)[0];
    EXPECT_EQ(table.direction, Direction::RightToLeft);
    EXPECT_THAT(values_of(table.column_edges), ElementsAre(190, 130, 10));
    EXPECT_EQ(table.cells[0].box.x, Pt(130));
    EXPECT_EQ(table.cells[1].box.x, Pt(10));
    EXPECT_EQ(std::get<placed::Symbol>(table.cells[1].content[0]).box.x, Pt(65));
}

TEST(Mirror, MovesALineWithoutTurningItsGlyphs) {
    placed::Page page{{Pt(200), Pt(100)}, {}, {}};
    placed::Run first;
    first.origin = {Pt(20), Pt(9)};
    placed::Run second;
    second.origin = {Pt(35), Pt(9)};
    const placed::Line line{Pt(9), Pt(20), Pt(30), {first, second}};
    page.items.push_back({placed::Text{{Pt(20), Pt(0), Pt(100), Pt(12)}, {line}}});
    mirror(page);
    const auto text = parts_of<placed::Text>(page.items)[0];
    EXPECT_EQ(text.box.x, Pt(80));
    EXPECT_EQ(text.lines[0].left, Pt(150));
    EXPECT_EQ(text.lines[0].runs[0].origin.x, Pt(150));
    EXPECT_EQ(text.lines[0].runs[1].origin.x, Pt(165));
}

TEST(Mirror, KeepsTheGapsBetweenBoxes) {
    const doc::Box links = ruled_links(paragraph("l"), paragraph("u"));
    Bench bench;
    placed::Page page{{Pt(200), Pt(100)}, {}, {}};
    page.items = arrange(links, {Pt(10), Pt(10), Pt(180)}, bench.typesetter).items;
    const auto label = parts_of<placed::Text>(page.items)[0].box;
    const auto code = parts_of<placed::Symbol>(page.items)[0].box;
    mirror(page);
    const auto turned = parts_of<placed::Text>(page.items)[0].box;
    const auto turned_code = parts_of<placed::Symbol>(page.items)[0].box;
    EXPECT_TRUE(nearly(turned_code.x - turned.right(), label.x - code.right()));
    EXPECT_TRUE(nearly(parts_of<placed::Fill>(page.items)[0].box.right(), Pt(190)));
    EXPECT_TRUE(nearly(turned_code.y, code.y));
}

/// Every rectangle of a page, in reading order.
std::vector<Rect> boxes_of(const placed::Page& page) {
    std::vector<Rect> boxes;
    placed::for_each_part(page.items, [&](const auto& part) {
        if constexpr (requires { part.box; }) boxes.push_back(part.box);
        if constexpr (requires { part.lines; }) {
            for (const placed::Line& line : part.lines)
                boxes.push_back({line.left, part.box.y, line.width, part.box.height});
        }
    });
    return boxes;
}

TEST(Mirror, TurnsEveryBoxInReadingOrderAndKeepsItsSize) {
    const placed::Page page = full_page();
    placed::Page turned = page;
    mirror(turned);
    const std::vector<Rect> before = boxes_of(page), after = boxes_of(turned);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_TRUE(nearly(after[i].x, page.size.width - before[i].right()));
        EXPECT_TRUE(nearly(after[i].width, before[i].width));
        EXPECT_TRUE(nearly(after[i].y, before[i].y));
        EXPECT_TRUE(nearly(after[i].height, before[i].height));
    }
}

}  // namespace
}  // namespace broadside::layout
