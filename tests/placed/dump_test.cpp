#include "broadside/placed/document.hpp"

#include <gmock/gmock.h>

#include "support/placed_builder.hpp"
#include "support/url.hpp"

namespace broadside::placed {
namespace {

using test::placed_document;
using test::placed_symbol;
using test::placed_text;
using testing::HasSubstr;

/// The lines of the only item.
std::string dump_of(Item item) {
    std::string text = dump(placed_document({std::move(item)}));
    for (int i = 0; i < 3; ++i) text.erase(0, text.find('\n') + 1);
    return text;
}

TEST(PlacedDump, BeginsWithWhatWasDecided) {
    Document document = placed_document({});
    document.decisions = {1.25, 0.55, true, Pt(6.5), "de"};
    EXPECT_EQ(dump(document),
              "document \"A title\" en left-to-right\n"
              "  type-scale 1.25 padding-scale 0.55 smallest-type 6.5 hyphenated limited-by de\n"
              "  page 200x300 #ffffff\n");
}

TEST(PlacedDump, ShowsATableWithItsCells) {
    test::PlacedTable table(2, {RowKind::Header, RowKind::Body});
    table.cell(0, 0, -1, {1, 2}).cell(1, 0, 0).cell(1, 1);
    table->summary = "T";
    table->continues_next = true;
    table->rows[0].repeated = true;
    table->rows[1].id = "r";
    table->cells[0].scope = HeaderScope::ColumnGroup;
    for (Cell& cell : table->cells) cell.content.clear();
    table->cells[1].content = {placed_symbol(1.005, 2.5, "yes")};
    EXPECT_EQ(dump_of({*table}),
              "    table 0,0 200x40 \"T\" left-to-right continues-next\n"
              "      edges 0 100 200\n"
              "      row header 0 height 20 repeated\n"
              "      row body 20 height 20 id r\n"
              "      cell 0 0 0,0 200x20 columns 2 scope column-group\n"
              "      cell 1 0 0,20 100x20 band 0\n"
              "        symbol box 1,2.5 10x10 #000000 alt \"yes\"\n"
              "      cell 1 1 100,20 100x20\n");
}

TEST(PlacedDump, ShowsLinesWithTheirRuns) {
    Text text = placed_text(10.126, 20, "a\"b");
    text.direction = Direction::RightToLeft;
    placed::Run mark = text.lines[0].runs[0];
    mark.note = {"A"};
    mark.url = test::url("https://a");
    FontFace face;
    face.family = "Mono";
    face.weight = kBoldWeight;
    face.slant = FontSlant::Italic;
    mark.glyphs.font = std::make_shared<const FontFace>(face);
    text.lines[0].runs.push_back(mark);
    EXPECT_EQ(dump_of({text}),
              "    text 10.13,20 30x12 right-to-left\n"
              "      line 10.13,29 width 30\n"
              "        run 10.13,29 \"a\\\"b\" 10 #000000\n"
              "        run 10.13,29 \"a\\\"b\" Mono 700 italic 10 #000000 note A url https://a\n");
}

TEST(PlacedDump, NeverWritesMinusZero) {
    EXPECT_THAT(dump_of({placed_text(-0.001, 0, "x")}), HasSubstr("text 0,0 10x12"));
}

}  // namespace
}  // namespace broadside::placed
