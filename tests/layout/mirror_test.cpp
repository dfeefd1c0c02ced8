#include "broadside/layout/mirror.hpp"

#include <gmock/gmock.h>

#include "broadside/layout/flow.hpp"
#include "broadside/placed/dump.hpp"

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::paragraph;
using testing::ElementsAre;

/// A page 200 wide with one of every block.
placed::Page full_page() {
    doc::LegendGroup group;
    group.heading = paragraph("H");
    group.entries.push_back({test::symbol(10), paragraph("ab")});
    group.band = BandStyle{{}, {}, Pt(2)};
    group.badge = test::symbol(8);
    group.sample = {paragraph("N")};
    doc::Link link{paragraph("l"), paragraph("u"), test::symbol(20)};
    Bench bench(test::document(
        doc::HeaderBlock{paragraph("T"), paragraph("s"), paragraph("p"), {Pt(1), {}}},
        doc::LegendBlock{{group}},
        test::table(test::grid({Fraction{1}, Fraction{2}},
                               {test::body_row("r", {cell("a"), test::symbol_cell(10)})})),
        doc::NotesBlock{1, {{"A", paragraph("A"), paragraph("n")}}},
        doc::LinksBlock{{link}, {Pt(1), {}}}, test::text_block("x"),
        doc::ImprintBlock{paragraph("i"), paragraph("e")}));
    return flow(bench.document, bench.typesetter, {}, FlowMode::Place).pages[0];
}

std::string dump_of(const placed::Page& page) {
    placed::Document document;
    document.pages = {page};
    return placed::dump(document);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Mirror, TwiceIsThePageItself) {
    const placed::Page page = full_page();
    placed::Page twice = page;
    mirror(twice);
    EXPECT_NE(dump_of(twice), dump_of(page));
    mirror(twice);
    EXPECT_EQ(replaced(dump_of(twice), "right-to-left", "left-to-right"), dump_of(page));
}

TEST(Mirror, TurnsATable) {
    placed::Page page = full_page();
    mirror(page);
    const placed::Table table = blocks_of<placed::Table>({page})[0];
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
    page.blocks.push_back(placed::Paragraphs{{{{Pt(20), Pt(0), Pt(100), Pt(12)}, {line}, {}}}});
    mirror(page);
    const auto text = blocks_of<placed::Paragraphs>({page})[0].paragraphs[0];
    EXPECT_EQ(text.box.x, Pt(80));
    EXPECT_EQ(text.lines[0].left, Pt(150));
    EXPECT_EQ(text.lines[0].runs[0].origin.x, Pt(150));
    EXPECT_EQ(text.lines[0].runs[1].origin.x, Pt(165));
}

TEST(Mirror, KeepsTheGapsBetweenBoxes) {
    const placed::Page page = full_page();
    placed::Page turned = page;
    mirror(turned);
    const auto before = blocks_of<placed::Links>({page})[0];
    const auto after = blocks_of<placed::Links>({turned})[0];
    const Pt gap = before.links[0].label.box.x - before.links[0].qr->box.right();
    EXPECT_TRUE(nearly(after.links[0].qr->box.x - after.links[0].label.box.right(), gap));
    EXPECT_TRUE(nearly(after.rule.right(), Pt(190)));
    EXPECT_TRUE(nearly(after.links[0].qr->box.y, before.links[0].qr->box.y));
}

}  // namespace
}  // namespace broadside::layout
