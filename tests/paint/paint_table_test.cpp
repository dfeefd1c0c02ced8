#include "broadside/paint/paint_table.hpp"

#include <gmock/gmock.h>

#include "paint/ops.hpp"
#include "support/placed_builder.hpp"

namespace broadside::paint {
namespace {

using scene::Role;
using test::PlacedTable;
using testing::IsEmpty;
using testing::SizeIs;
using enum RowKind;

scene::Page painted(const placed::Table& table) {
    scene::Page page;
    Canvas canvas(page);
    paint_table(table, canvas);
    return page;
}

TEST(PaintTable, DrawsWhatLiesBehindFirst) {
    PlacedTable table(1, {Section, Body});
    table.fill().band(1, 0);
    table->summary = "Messengers";
    table->style.section_fill = {9, 9, 9};
    table->style.strong_rule = {Pt(1), {8, 8, 8}};
    const std::string dump = dump_of(painted(*table));
    EXPECT_EQ(dump.substr(0, dump.find("  end")),
              "  begin table 'Messengers'\n"
              "    begin decoration\n"
              "      rect 0.00,20.00 100.00x20.00 #010101\n"
              "      rect 0.00,0.00 100.00x20.00 #090909\n"
              "      rule 0.00,40.00 100.00,40.00 width=1.00 #080808\n"
              "      rect 0.00,20.00 3.00x20.00 #020202\n"
              "  ");
}

TEST(PaintTable, GroupsTheHeadAndEachSection) {
    PlacedTable table(1, {Header, Section, Body, Body, Section, Body});
    const scene::Page page = painted(*table.fill());
    EXPECT_THAT(tags_of(page, Role::RowGroup), SizeIs(3));
    EXPECT_THAT(tags_of(page, Role::Row), SizeIs(6));
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
    ASSERT_THAT(headers, SizeIs(1));
    EXPECT_EQ(headers[0].scope, HeaderScope::Row);
    EXPECT_EQ(headers[0].row_span, 2u);
    const auto cells = tags_of(page, Role::Cell);
    ASSERT_THAT(cells, SizeIs(2));
    EXPECT_EQ(cells[1].row, 1u);
    EXPECT_EQ(cells[1].column, 1u);
}

TEST(PaintTable, DrawsRepeatedRowsAsDecoration) {
    PlacedTable table(1, {Header, Section, Body});
    table.fill();
    table->rows[0].repeated = table->rows[1].repeated = true;
    table->rows[1].id = "s";
    table->cells[0].content.push_back(test::placed_symbol(0, 0, "said before"));
    const scene::Page page = painted(*table);
    EXPECT_THAT(tags_of(page, Role::Row), SizeIs(1));
    EXPECT_THAT(tags_of(page, Role::RowGroup), SizeIs(1));
    EXPECT_THAT(tags_of(page, Role::Cell), SizeIs(1));
    EXPECT_THAT(tags_of(page, Role::Figure), IsEmpty());
    EXPECT_THAT(ops_of<scene::TextLine>(page), SizeIs(3));
    for (const scene::Tag& tag : tags_of(page, Role::Decoration)) EXPECT_EQ(tag.id, "");
}

TEST(PaintTable, CallsNoNotesFromRepeatedRows) {
    PlacedTable table(1, {Header, Body});
    table.fill();
    table->rows[0].repeated = true;
    std::get<placed::Text>(table->cells[0].content[0]).lines[0].runs[0].note = {"A"};
    EXPECT_EQ(ops_of<scene::TextLine>(painted(*table))[0].runs[0].note, NoteId{});
}

}  // namespace
}  // namespace broadside::paint
