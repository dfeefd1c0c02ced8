#include "broadside/layout/mirror.hpp"

#include <random>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "broadside/layout/place_pages.hpp"
#include "broadside/placed/dump.hpp"

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

/// Pages of documents that differ in columns, spans, words and order; the same in every run.
class GeneratedPages {
public:
    explicit GeneratedPages(unsigned seed) : random_(seed) {}

    std::vector<placed::Page> make() {
        Bench bench(test::document(doc::TwoEnds{words(), words(), Pt(12)}, table(), notes(),
                                   test::text_block("x"), ruled_links(words(), words()),
                                   test::foot(words(), words())));
        return place_pages(bench.document, flow(bench.typesetter, {}), bench.typesetter);
    }

private:
    std::size_t up_to(std::size_t most) { return 1 + random_() % most; }

    doc::Paragraph words() {
        std::string text(up_to(4), 'a');
        for (std::size_t i = up_to(3); i > 1; --i) text += " " + std::string(up_to(5), 'b');
        return test::paragraph(std::move(text), static_cast<double>(3 + up_to(3)));
    }

    doc::Table table() {
        const std::size_t columns = up_to(4);
        std::vector<test::GridRow> rows;
        for (std::size_t i = up_to(9); i > 0; --i) {
            std::vector<doc::Cell> cells{test::spanning(1, up_to(columns), cell(words()))};
            for (std::size_t c = cells[0].column_span; c < columns; ++c) {
                cells.push_back(c % 2 ? cell(words()) : test::symbol_cell(10));
            }
            rows.push_back(test::body_row(fmt::format("r{}", i), std::move(cells)));
        }
        return test::table(
            test::grid(std::vector<WidthRule>(columns, Fraction{1}), std::move(rows)));
    }

    doc::BalancedColumns notes() {
        doc::BalancedColumns notes{up_to(3), {}, Pt(16), Pt(1)};
        for (std::size_t i = up_to(5); i > 0; --i)
            notes.boxes.push_back(test::box(test::labelled(paragraph("A", 5), {words()}, 4)));
        return notes;
    }

    std::minstd_rand random_;
};

class MirrorProperties : public testing::TestWithParam<unsigned> {
protected:
    std::vector<placed::Page> pages_ = GeneratedPages(GetParam()).make();
};

TEST_P(MirrorProperties, TurnsEveryBoxInReadingOrderAndKeepsItsSize) {
    for (const placed::Page& page : pages_) {
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
}

TEST_P(MirrorProperties, LeavesNoBoxOutsideThePage) {
    for (placed::Page& page : pages_) {
        mirror(page);
        for (const Rect& box : boxes_of(page)) {
            EXPECT_TRUE(fits(Pt(0), box.x) && fits(box.right(), page.size.width));
        }
    }
}

TEST_P(MirrorProperties, IsUndoneByItself) {
    for (const placed::Page& page : pages_) {
        placed::Page twice = page;
        mirror(twice);
        mirror(twice);
        EXPECT_EQ(replaced(dump_of(twice), "right-to-left", "left-to-right"), dump_of(page));
    }
}

INSTANTIATE_TEST_SUITE_P(Generated, MirrorProperties, testing::Range(1u, 13u));

}  // namespace
}  // namespace broadside::layout
