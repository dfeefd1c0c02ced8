#include "broadside/paint/paint.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "support/placed_builder.hpp"
#include "support/scene_ops.hpp"
#include "support/url.hpp"

namespace broadside::paint {
namespace {

using scene::Role;
using test::dump_of;
using test::ops_of;
using test::placed_document;
using test::placed_symbol;
using test::placed_text;
using test::PlacedTable;
using test::tags_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

scene::Page painted(placed::Item item) {
    return paint(placed_document({std::move(item)})).pages[0];
}

placed::Text meaning(Meaning meaning, placed::Text text) {
    text.meaning = std::move(meaning);
    return text;
}

TEST(Paint, TellsWhatATextMeans) {
    EXPECT_EQ(dump_of(painted({meaning({Role::Heading, 1}, placed_text(0, 0, "T"))})),
              "  begin heading level=1\n"
              "    text 0,9 \"T\" 10 #000000\n"
              "  end\n");
    const Meaning link{Role::Link, 0, {}, test::url("https://u")};
    const scene::Page page = painted({meaning(link, placed_text(0, 0, "u"))});
    EXPECT_EQ(tags_of(page, Role::Link).at(0).url.address(), "https://u");
    EXPECT_THAT(painted({meaning({Role::Paragraph}, {})}).ops, IsEmpty());
}

TEST(Paint, KeepsGroupsInTheirOrder) {
    const Meaning item{Role::ListItem, 0, {"S"}}, label{Role::ListLabel, 0, {"S"}};
    const placed::Group list{
        {Role::List},
        {{placed::Group{item,
                        {{placed::Group{label, {{placed_symbol(0, 12, "yes")}}}},
                         {meaning({Role::ListBody}, placed_text(15, 12, "a"))}}}}}};
    EXPECT_EQ(dump_of(painted({list})),
              "  begin list\n"
              "    begin list-item note=S\n"
              "      begin list-label note=S\n"
              "        begin figure \"yes\"\n"
              "          symbol 0,12 10x10 box #000000\n"
              "        end\n"
              "      end\n"
              "      begin list-body\n"
              "        text 15,21 \"a\" 10 #000000\n"
              "      end\n"
              "    end\n"
              "  end\n");
}

TEST(Paint, DrawsFillsInABackground) {
    const placed::Group band{{Role::Background},
                             {{placed::Fill{{Pt(0), Pt(0), Pt(50), Pt(20)}, {1, 1, 1}}},
                              {placed::Fill{{Pt(0), Pt(0), Pt(2), Pt(20)}, {2, 2, 2}}}}};
    EXPECT_EQ(dump_of(painted({band})),
              "  begin background\n"
              "    rect 0,0 50x20 #010101\n"
              "    rect 0,0 2x20 #020202\n"
              "  end\n");
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

/// One of every item, at places that are no multiples of 0.01.
placed::Document full_document() {
    using enum RowKind;
    test::PlacedTable table(2, {Header, Section, Body, Body});
    table.fill().band(2, 0);
    table->rows[0].repeated = true;
    table->style.row_rule = table->style.strong_rule = {Pt(0.3333), {}};
    for (placed::Row& row : table->rows) row.y += Pt(1.0 / 3);
    const placed::Group item{{Role::ListItem},
                             {{placed_symbol(1.0 / 7, 0, "yes")},
                              {meaning({Role::ListBody}, placed_text(20.0 / 3, 0, "text"))}}};
    const placed::Group rule{{Role::Rule}, {{placed::Fill{{Pt(0), Pt(0.7777), Pt(9), Pt(1)}, {}}}}};
    return placed_document({{meaning({Role::Heading, 1}, placed_text(0, 1.0 / 3, "T"))},
                            {rule},
                            {placed::Group{{Role::List}, {{item}}}},
                            {*table}});
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
    void operator()(const scene::DrawText& text) const {
        for (const scene::Line& line : text.lines) {
            lengths.insert(lengths.end(), {line.baseline, line.left, line.width});
            for (const LineRun& run : line.runs)
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

using enum RowKind;

scene::Page painted(const placed::Table& table) {
    placed::Document document;
    document.pages.resize(1);
    document.pages[0].items.push_back({table});
    return paint(document).pages[0];
}

TEST(PaintTable, DrawsWhatLiesBehindFirst) {
    PlacedTable table(1, {Section, Body});
    table.fill().band(1, 0);
    table->summary = "Messengers";
    table->style.section_fill = {9, 9, 9};
    table->style.strong_rule = {Pt(1), {8, 8, 8}};
    const std::string dump = dump_of(painted(*table));
    EXPECT_EQ(dump.substr(0, dump.find("    begin row-group")),
              "  begin table \"Messengers\"\n"
              "    begin background\n"
              "      rect 0,20 100x20 #010101\n"
              "      rect 0,0 100x20 #090909\n"
              "    end\n"
              "    begin rule\n"
              "      rule 0,40 100,40 width=1 #080808\n"
              "      rect 0,20 3x20 #020202\n"
              "    end\n");
}

TEST(PaintTable, RimsFillsOnATintOfTheirColour) {
    const auto is_rimmed = [](auto change) {
        PlacedTable table(1, {Body});
        table.fill();
        table->style.strong_rule.colour = {7, 7, 7};
        table->cells[0].fill = Colour{1, 1, 1};
        change(table);
        return dump_of(painted(*table)).find("99.25x20 #070707\n") != std::string::npos;
    };
    EXPECT_FALSE(is_rimmed([](PlacedTable&) {}));
    const auto banded = [](Colour tint) {
        return [tint](PlacedTable& table) {
            table.band(0, 0);
            table->style.bands[0].tint = tint;
            table->style.bands[0].bar = {7, 7, 7};
        };
    };
    EXPECT_TRUE(is_rimmed(banded({1, 1, 1})));
    EXPECT_FALSE(is_rimmed(banded({2, 2, 2})));
    for (const Colour fill : {Colour{1, 1, 1}, Colour{2, 2, 2}}) {
        const bool is_same = fill == (Colour{1, 1, 1});
        EXPECT_EQ(is_rimmed([fill](PlacedTable& table) {
                      table->rows[0].is_emphasised = true;
                      table->style.emphasis_fill = fill;
                  }),
                  is_same);
        EXPECT_EQ(is_rimmed([fill](PlacedTable& table) {
                      table->emphasised = {0};
                      table->style.emphasis_fill = fill;
                  }),
                  is_same);
        EXPECT_EQ(is_rimmed([fill](PlacedTable& table) {
                      table->rows[0].is_striped = true;
                      table->style.stripe_fill = fill;
                  }),
                  is_same);
    }
}

TEST(PaintTable, RimsNeighboursOfOneColourTogether) {
    for (const Direction direction : {Direction::LeftToRight, Direction::RightToLeft}) {
        PlacedTable table(2, {Body});
        table.fill().band(0, 0);
        table->direction = direction;
        if (direction == Direction::RightToLeft)
            std::reverse(table->column_edges.begin(), table->column_edges.end());
        for (placed::Cell& cell : table->cells) {
            cell.fill = Colour{1, 1, 1};
            if (direction == Direction::RightToLeft) cell.box.x = Pt(200) - cell.box.right();
        }
        table->style.bands[0].tint = {1, 1, 1};
        table->style.bands[0].bar = {7, 7, 7};
        const std::string dump = dump_of(painted(*table));
        EXPECT_THAT(dump, ::testing::HasSubstr("rect 0.38,0 199.25x20 #070707"));
        EXPECT_THAT(dump, ::testing::HasSubstr("rect 1.13,0.75 98.5x18.5 #010101"));
        EXPECT_THAT(dump, ::testing::HasSubstr("rect 100.38,0.75 98.5x18.5 #010101"));
    }
}

TEST(PaintTable, KeepsFillsFromTheRulesAboveAndBelowThem) {
    PlacedTable table(1, {Body});
    table.fill();
    table->cells[0].fill = Colour{1, 1, 1};
    EXPECT_THAT(dump_of(painted(*table)), ::testing::HasSubstr("rect 0.38,0 99.25x20"));
    table->style.fill_gap = Pt(1.5);
    EXPECT_THAT(dump_of(painted(*table)), ::testing::HasSubstr("rect 0.38,1.5 99.25x17"));
}

TEST(PaintTable, GroupsTheHeadAndEachSection) {
    PlacedTable table(1, {Header, Section, Body, Body, Section, Body});
    const scene::Page page = painted(*table.fill());
    EXPECT_THAT(tags_of(page, Role::RowGroup), SizeIs(3));
    EXPECT_THAT(tags_of(page, Role::Row), SizeIs(6));
}

TEST(PaintTable, KeepsASectionWithoutATitleOutOfTheOneAbove) {
    PlacedTable table(1, {Header, Section, Body, Body});
    table.fill();
    table->rows[3].begins_section = true;
    EXPECT_THAT(tags_of(painted(*table), Role::RowGroup), SizeIs(3));
}

TEST(PaintTable, NamesRowsAfterTheDataset) {
    PlacedTable table(1, {Header, Body});
    table.fill();
    table->rows[1].id = "signal";
    const auto rows = tags_of(painted(*table), Role::Row);
    EXPECT_EQ(rows[0].id, "");
    EXPECT_EQ(rows[1].id, "row-signal");
    EXPECT_EQ(rows[1].row, 1u);
}

TEST(PaintTable, TellsHeaderCellsFromOthers) {
    PlacedTable table(2, {Body, Body});
    table.cell(0, 0, -1, {2, 1}).cell(0, 1).cell(1, 1);
    table->cells[0].scope = HeaderScope::Row;
    const scene::Page page = painted(*table);
    const auto headers = tags_of(page, Role::HeaderCell);
    ASSERT_THAT(headers, SizeIs(2));
    EXPECT_EQ(headers[0].scope, HeaderScope::Row);
    EXPECT_EQ(headers[0].row_span, 2u);
    const auto cells = tags_of(page, Role::Cell);
    ASSERT_THAT(cells, SizeIs(2));
    EXPECT_EQ(cells[1].row, 1u);
    EXPECT_EQ(cells[1].column, 1u);
}

TEST(PaintTable, SaysInCoveredSlotsWhatTheCellSays) {
    PlacedTable table(3, {Body, Body});
    table.cell(0, 0).cell(0, 1, -1, {2, 2}).cell(1, 0);
    table->cells[1].spoken = "both";
    EXPECT_THAT(dump_of(painted(*table)),
                HasSubstr("      begin row row=1\n"
                          "        begin cell row=1 col=0\n"
                          "          text 0,29 \"1,0\" 10 #000000\n"
                          "        end\n"
                          "        begin cell row=1 col=1 covered \"both\"\n"
                          "        end\n"
                          "        begin cell row=1 col=2 covered \"both\"\n"
                          "        end\n"
                          "      end\n"));
}

TEST(PaintTable, SaysWhereACellOfAnEarlierPageBegan) {
    PlacedTable table(2, {Header, Body, Body});
    table.cell(0, 0).cell(0, 1).cell(1, 0, -1, {2, 1}).cell(1, 1).cell(2, 1);
    table->number = 3;
    table->continues_previous = true;
    table->rows[1].grid_row = 20;
    table->rows[2].grid_row = 21;
    for (placed::Cell& cell : table->cells) cell.grid_row = table->rows[cell.row].grid_row;
    table->cells[2].grid_row = 18;
    table->cells[2].grid_row_span = 9;
    const scene::Page page = painted(*table);
    EXPECT_EQ(tags_of(page, Role::Table)[0].table, 3u);
    EXPECT_TRUE(tags_of(page, Role::Table)[0].continued);
    EXPECT_EQ(tags_of(page, Role::Row)[1].row, 20u);
    const auto cells = tags_of(page, Role::Cell);
    EXPECT_FALSE(cells[0].continued);
    EXPECT_TRUE(cells[2].continued);
    EXPECT_EQ(cells[2].row, 18u);
    EXPECT_EQ(cells[2].row_span, 9u);
    EXPECT_FALSE(cells[3].continued);
    EXPECT_EQ(cells[3].row, 20u);
    EXPECT_TRUE(cells[4].covered);
    EXPECT_EQ(cells[4].row, 21u);
}

TEST(PaintTable, MarksRowsThatWereShownBefore) {
    PlacedTable table(1, {Header, Section, Body});
    table.fill();
    table->rows[0].repeated = table->rows[1].repeated = true;
    table->rows[1].id = "s";
    const scene::Page page = painted(*table);
    const auto rows = tags_of(page, Role::Row);
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_TRUE(rows[0].repeated && rows[1].repeated);
    EXPECT_EQ(rows[1].id, "") << "a name stands for one row";
    EXPECT_FALSE(rows[2].repeated);
    const auto groups = tags_of(page, Role::RowGroup);
    ASSERT_THAT(groups, SizeIs(2));
    EXPECT_TRUE(groups[0].repeated);
    EXPECT_FALSE(groups[1].repeated) << "its rows are new";
}

TEST(PaintTable, CallsNotesFromRepeatedRowsToo) {
    PlacedTable table(1, {Header, Body});
    table.fill();
    table->rows[0].repeated = true;
    std::get<placed::Text>(table->cells[0].content[0]).lines[0].runs[0].note = {"A"};
    EXPECT_EQ(ops_of<scene::DrawText>(painted(*table))[0].lines[0].runs[0].note, NoteId{"A"});
}

}  // namespace
}  // namespace broadside::paint
