#include "broadside/layout/mirror.hpp"

#include <optional>
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

/// Every rectangle of a page, in reading order.
class Boxes {
public:
    void operator()(const placed::Header& header) {
        add(header.title);
        add(header.subtitle);
        add(header.publisher);
        found.push_back(header.rule);
    }
    void operator()(const placed::Legend& legend) {
        for (const placed::LegendGroup& group : legend.groups) {
            add(group.heading);
            for (const placed::LegendEntry& entry : group.entries) {
                found.push_back(entry.symbol.box);
                add(entry.label);
            }
            if (group.band) found.insert(found.end(), {group.band->box, group.band->bar});
            if (group.badge) found.push_back(group.badge->box);
            for (const placed::Text& text : group.sample) add(text);
        }
    }
    void operator()(const placed::Table& table) {
        found.push_back(table.box);
        for (const placed::Cell& cell : table.cells) {
            found.push_back(cell.box);
            for (const placed::Content& content : cell.content) std::visit(*this, content);
        }
    }
    void operator()(const placed::Notes& notes) {
        for (const placed::Note& note : notes.notes) {
            add(note.mark);
            add(note.text);
        }
    }
    void operator()(const placed::Links& links) {
        for (const placed::Link& link : links.links) {
            add(link.label);
            add(link.text);
            if (link.qr) found.push_back(link.qr->box);
        }
        found.push_back(links.rule);
    }
    void operator()(const placed::Imprint& imprint) {
        add(imprint.start);
        add(imprint.end);
    }
    void operator()(const placed::Paragraphs& paragraphs) {
        for (const placed::Text& text : paragraphs.paragraphs) add(text);
    }
    void operator()(const placed::PageNumber& number) { add(number.text); }
    void operator()(const placed::Text& text) { add(text); }
    void operator()(const placed::Symbol& symbol) { found.push_back(symbol.box); }

    std::vector<Rect> found;

private:
    void add(const placed::Text& text) {
        found.push_back(text.box);
        for (const placed::Line& line : text.lines)
            found.push_back({line.left, text.box.y, line.width, text.box.height});
    }
    void add(const std::optional<placed::Text>& text) {
        if (text) add(*text);
    }
};

std::vector<Rect> boxes_of(const placed::Page& page) {
    Boxes boxes;
    for (const placed::Block& block : page.blocks) {
        std::visit([&](const auto& part) { boxes(part); }, block);
    }
    return boxes.found;
}

/// Pages of documents that differ in columns, spans, words and order; the same in every run.
class GeneratedPages {
public:
    explicit GeneratedPages(unsigned seed) : random_(seed) {}

    std::vector<placed::Page> make() {
        Bench bench(test::document(doc::HeaderBlock{words(), words(), words(), {Pt(1), {}}},
                                   table(), notes(), test::text_block("x"),
                                   doc::LinksBlock{{{words(), words(), test::symbol(20)}}, {}},
                                   doc::ImprintBlock{words(), words()}));
        return place_pages(bench.document, flow(bench.typesetter, {}), bench.typesetter);
    }

private:
    std::size_t up_to(std::size_t most) { return 1 + random_() % most; }

    doc::Paragraph words() {
        std::string text(up_to(4), 'a');
        for (std::size_t i = up_to(3); i > 1; --i) text += " " + std::string(up_to(5), 'b');
        return test::paragraph(std::move(text), static_cast<double>(3 + up_to(3)));
    }

    doc::TableBlock table() {
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

    doc::NotesBlock notes() {
        doc::NotesBlock notes{static_cast<int>(up_to(3)), {}};
        for (std::size_t i = up_to(5); i > 0; --i)
            notes.notes.push_back({{"A"}, paragraph("A", 5), words()});
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
