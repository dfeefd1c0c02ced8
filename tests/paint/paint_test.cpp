#include "broadside/paint/paint.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "paint/ops.hpp"
#include "support/placed_builder.hpp"
#include "support/url.hpp"

namespace broadside::paint {
namespace {

using scene::Role;
using test::placed_document;
using test::placed_symbol;
using test::placed_text;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

scene::Page painted(placed::Block block) {
    return paint(placed_document({std::move(block)})).pages[0];
}

TEST(Paint, MakesTheTitleTheFirstHeading) {
    const placed::Header header{placed_text(0, 0, "T"),
                                placed_text(0, 12, "s"),
                                std::nullopt,
                                {Pt(0), Pt(30), Pt(100), Pt(2)},
                                {1, 2, 3}};
    EXPECT_EQ(dump_of(painted(header)),
              "  begin heading level=1\n"
              "    text 0.00,9.00 'T' 10pt #000000\n"
              "  end\n"
              "  begin paragraph\n"
              "    text 0.00,21.00 's' 10pt #000000\n"
              "  end\n"
              "  begin decoration\n"
              "    rect 0.00,30.00 100.00x2.00 #010203\n"
              "  end\n");
}

TEST(Paint, MakesListsOfLegendGroups) {
    placed::LegendGroup group;
    group.heading = placed_text(0, 0, "H");
    group.entries.push_back({placed_symbol(0, 12, "yes"), placed_text(15, 12, "a")});
    EXPECT_EQ(dump_of(painted(placed::Legend{{group}})),
              "  begin paragraph\n"
              "    text 0.00,9.00 'H' 10pt #000000\n"
              "  end\n"
              "  begin list\n"
              "    begin list-item\n"
              "      begin list-label\n"
              "        begin figure 'yes'\n"
              "          symbol 0.00,12.00 10.00x10.00 box #000000\n"
              "        end\n"
              "      end\n"
              "      begin list-body\n"
              "        text 15.00,21.00 'a' 10pt #000000\n"
              "      end\n"
              "    end\n"
              "  end\n");
}

TEST(Paint, DrawsABandBehindTheSampleOfTheLegend) {
    placed::LegendGroup group;
    group.band = placed::LegendBand{{Pt(0), Pt(0), Pt(50), Pt(20)},
                                    {Pt(0), Pt(0), Pt(2), Pt(20)},
                                    {{1, 1, 1}, {2, 2, 2}, Pt(2)}};
    group.sample = {placed_text(5, 4, "a")};
    const scene::Page page = painted(placed::Legend{{group}});
    const auto fills = ops_of<scene::FillRect>(page);
    ASSERT_THAT(fills, SizeIs(2));
    EXPECT_EQ(fills[0].colour, (Colour{1, 1, 1}));
    EXPECT_EQ(fills[1].colour, (Colour{2, 2, 2}));
    EXPECT_TRUE(std::holds_alternative<scene::FillRect>(page.ops[1]));
}

TEST(Paint, SaysWhichNoteAnItemAndItsLabelAreOf) {
    placed::Notes notes;
    notes.notes.push_back({{"S"}, placed_text(0, 0, "S"), placed_text(20, 0, "text")});
    const scene::Page page = painted(notes);
    EXPECT_EQ(tags_of(page, Role::ListItem)[0].note, NoteId{"S"});
    EXPECT_EQ(tags_of(page, Role::ListLabel)[0].note, NoteId{"S"});
    EXPECT_THAT(tags_of(page, Role::ListBody), SizeIs(1));
    EXPECT_THAT(painted(placed::Notes{}).ops, IsEmpty());
}

TEST(Paint, GivesLinksTheirTargets) {
    placed::Links links;
    links.rule = {Pt(0), Pt(0), Pt(1), Pt(24)};
    links.links.push_back({placed_text(0, 0, "l"), placed_text(0, 12, "u"), placed_symbol(0, 0, ""),
                           test::url("https://u")});
    const scene::Page page = painted(links);
    EXPECT_EQ(tags_of(page, Role::Link)[0].url.address(), "https://u");
    EXPECT_THAT(ops_of<scene::DrawSymbol>(page), SizeIs(1));
    EXPECT_THAT(ops_of<scene::FillRect>(page), SizeIs(1));
}

TEST(Paint, MakesDecorationOfPageNumbers) {
    EXPECT_THAT(dump_of(painted(placed::PageNumber{placed_text(0, 0, "1/3")})),
                HasSubstr("begin decoration\n    text 0.00,9.00 '1/3'"));
}

TEST(Paint, MakesParagraphsOfTextAndImprint) {
    const placed::Paragraphs text{{placed_text(0, 0, "a"), placed_text(0, 12, "b")}};
    EXPECT_THAT(tags_of(painted(text), Role::Paragraph), SizeIs(2));
    const placed::Imprint imprint{std::nullopt, placed_text(0, 0, "e")};
    EXPECT_THAT(tags_of(painted(imprint), Role::Paragraph), SizeIs(1));
}

TEST(Paint, KeepsWhatThePagesAre) {
    placed::Document document = placed_document({});
    document.direction = Direction::RightToLeft;
    document.pages.push_back({{Pt(50), Pt(60)}, {1, 2, 3}, {}});
    const scene::Scene scene = paint(document);
    ASSERT_THAT(scene.pages, SizeIs(2));
    EXPECT_EQ(scene.metadata.title, "A title");
    EXPECT_EQ(scene.direction, Direction::RightToLeft);
    EXPECT_EQ(scene.pages[1].size, (Size{Pt(50), Pt(60)}));
    EXPECT_EQ(scene.pages[1].paper, (Colour{1, 2, 3}));
}

/// One of every block, at places that are no multiples of 0.01.
placed::Document full_document() {
    using enum RowKind;
    test::PlacedTable table(2, {Header, Section, Body, Body});
    table.fill().band(2, 0);
    table->rows[0].repeated = true;
    table->style.row_rule = table->style.strong_rule = {Pt(0.3333), {}};
    for (placed::Row& row : table->rows) row.y += Pt(1.0 / 3);
    placed::LegendGroup group;
    group.badge = placed_symbol(1.0 / 7, 0, "");
    group.entries.push_back({placed_symbol(0, 1.0 / 3, "yes"), placed_text(15, 12, "a")});
    placed::Notes notes;
    notes.notes.push_back({{"S"}, placed_text(0, 0, "S"), placed_text(20.0 / 3, 0, "text")});
    placed::Links links;
    links.links.push_back(
        {placed_text(0, 0, "l"), placed_text(0, 12, "u"), {}, test::url("https://u")});
    const placed::Header header{
        placed_text(0, 1.0 / 3, "T"), {}, {}, {Pt(0), Pt(0.7777), Pt(9), Pt(1)}, {}};
    return placed_document({header, placed::Legend{{group}}, *table, notes, links,
                            placed::PageNumber{placed_text(0, 0, "1/1")}});
}

TEST(Paint, BalancesGroupsAndPutsEveryOpInsideOne) {
    const scene::Page page = paint(full_document()).pages[0];
    int depth = 0;
    for (const scene::Op& op : page.ops) {
        if (std::holds_alternative<scene::BeginGroup>(op)) {
            ++depth;
        } else {
            EXPECT_GT(depth, 0);
            if (std::holds_alternative<scene::EndGroup>(op)) --depth;
        }
    }
    EXPECT_EQ(depth, 0);
}

struct LengthsOf {
    std::vector<Pt>& lengths;

    void operator()(const scene::BeginGroup&) const {}
    void operator()(const scene::EndGroup&) const {}
    void operator()(const scene::FillRect& fill) const { add(fill.rect); }
    void operator()(const scene::DrawSymbol& symbol) const { add(symbol.box); }
    void operator()(const scene::StrokeLine& line) const {
        lengths.insert(lengths.end(), {line.from.x, line.from.y, line.to.x, line.to.y, line.width});
    }
    void operator()(const scene::TextLine& line) const {
        lengths.insert(lengths.end(), {line.baseline, line.left, line.width});
        for (const scene::Run& run : line.runs) {
            lengths.insert(lengths.end(), {run.origin.x, run.origin.y});
        }
    }
    void add(const Rect& rect) const {
        lengths.insert(lengths.end(), {rect.x, rect.y, rect.width, rect.height});
    }
};

TEST(Paint, RoundsCoordinatesToHundredths) {
    const scene::Page page = paint(full_document()).pages[0];
    std::vector<Pt> lengths;
    for (const scene::Op& op : page.ops) {
        std::visit(LengthsOf{lengths}, op);
    }
    EXPECT_GT(lengths.size(), 50u);
    for (const Pt length : lengths) {
        EXPECT_NEAR(length.value * 100, std::round(length.value * 100), 1e-6);
    }
}

}  // namespace
}  // namespace broadside::paint
