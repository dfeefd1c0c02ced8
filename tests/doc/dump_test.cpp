#include "broadside/doc/dump.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/url.hpp"

namespace broadside::doc {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

Paragraph paragraph(std::string text) {
    Span span;
    span.text = std::move(text);
    span.style.family = "Test";
    return {{std::move(span)}, Alignment::Start, {}};
}

Symbol symbol(std::string name) {
    Drawing drawing;
    drawing.name = std::move(name);
    return {std::make_shared<const Drawing>(std::move(drawing)), Pt(11), {}, "yes"};
}

std::string dump_of(Box block) {
    Document document;
    document.blocks.push_back(std::move(block));
    return dump(document);
}

TEST(Dump, WritesThePageAndItsFit) {
    Document document;
    document.metadata.title = "T";
    document.metadata.language = "fr";
    document.page.size = {Pt(595.276), Pt(841.89)};
    document.page.paper = {255, 255, 255};
    document.page.text.family = document.page.page_number.family = "Test";
    document.fit = Fit{1, 0.9, 1.1, {FitRung::Padding, FitRung::FontSize}, {}};
    EXPECT_EQ(dump(document),
              "document\n"
              "  title \"T\"\n"
              "  language fr\n"
              "  direction left-to-right\n"
              "  page 595.28 x 841.89\n"
              "    margin 0 0 0 0\n"
              "    paper #ffffff\n"
              "    block-gap 0\n"
              "    text Test 400 8/1.25 #000000\n"
              "    page-number Test 400 8/1.25 #000000\n"
              "  fit pages 1 scale 0.9 to 1.1\n"
              "    padding\n"
              "    font-size\n");
}

TEST(Dump, WritesTheGridSlotBySlot) {
    Table table;
    table.summary = "T";
    Cell cell;
    cell.content = {SymbolLine{symbol("lock"), {}}};
    cell.badge = symbol("check");
    cell.scope = HeaderScope::Row;
    cell.column_span = 2;
    cell.band = 0;
    table.grid = {{{"a", Fraction{1}}, {"b", MinContent{}}},
                  {{RowKind::Body, 0, "r"}},
                  {cell, Covered{0, 0}}};
    EXPECT_THAT(dump_of({table}), EndsWith("      column a 1fr\n"
                                           "      column b min-content\n"
                                           "      row 0 body r band 0\n"
                                           "        0 cell start scope row columns 2 band 0\n"
                                           "          badge check 11 #000000 alt \"yes\"\n"
                                           "          symbol lock 11 #000000 alt \"yes\"\n"
                                           "        1 covered by 0 0\n"));
}

TEST(Dump, WritesWhereValuesComeFrom) {
    Table table;
    Cell cell;
    cell.provenance = Provenance{"C", "", "2022-01"};
    table.grid = {
        {{"a", Fraction{1}}}, {{RowKind::Body, kNoBand, "r", Provenance{"R", "low", ""}}}, {cell}};
    EXPECT_THAT(dump_of({table}), EndsWith("      row 0 body r source \"R\" certainty low\n"
                                           "        0 cell start source \"C\" checked 2022-01\n"));
}

TEST(Dump, WritesMarksAndLinks) {
    Paragraph text = paragraph("x");
    text.spans[0].note = {"A"};
    text.spans[0].rise = 0.33;
    text.spans[0].hangs = true;
    text.spans[0].url = test::url("https://a.org");
    text.meaning = Meaning{Role::Paragraph};
    EXPECT_THAT(
        dump_of({text}),
        EndsWith("  box\n    paragraph start paragraph\n"
                 "      \"x\" Test 400 8/1.25 #000000 rise 0.33 hangs note A url https://a.org\n"));
}

TEST(Dump, LeavesOutEmptyParagraphs) {
    Box box{TwoEnds{paragraph("t"), {}, Pt(12)}};
    box.name = "the header";
    box.rule = {{Pt(1), {}}, EdgeRule::Edge::Bottom, Pt(3)};
    EXPECT_THAT(dump_of(box), EndsWith("  box \"the header\"\n    rule bottom gap 3 1 #000000\n"
                                       "    two-ends gap 12\n      start start\n"
                                       "        \"t\" Test 400 8/1.25 #000000\n"));
}

TEST(Dump, WritesLegendGroups) {
    LegendGroup group;
    group.entries = {{symbol("lock"), paragraph("locked")}};
    group.band = BandStyle{{}, {}, Pt(3)};
    EXPECT_THAT(dump_of({LegendPacking{{group}}}),
                HasSubstr("      group band tint #000000 bar 3 #000000\n"
                          "        entry lock 11 #000000 alt \"yes\"\n"
                          "          label start\n"));
}

TEST(Dump, WritesBoxesInsideBoxes) {
    Labelled note{paragraph("(A)"), {paragraph("first")}, Pt(4)};
    Labelled link{symbol("qr"), {paragraph("u")}, Pt(6), Labelled::Place::Middle};
    BalancedColumns notes{3, {{note, {Role::ListItem, 0, {"A"}}}}, Pt(16), Pt(1)};
    const std::string text =
        dump_of({SideBySide{{{notes, {Role::List}}, {Tiles{{{link}}, Pt(16), Pt(5)}}, {Stack{}}},
                            {Fraction{2}, Fraction{1}, Fraction{1}},
                            Pt(18)}});
    EXPECT_THAT(text, HasSubstr("    side-by-side gap 18\n      width 2fr\n      width 1fr\n"
                                "      width 1fr\n      box list\n"
                                "        balanced-columns 3 gaps 16 1\n"
                                "          box list-item note A\n"
                                "            labelled top gap 4\n              label start\n"));
    EXPECT_THAT(text, HasSubstr("            labelled middle gap 6\n"
                                "              label qr 11 #000000 alt \"yes\"\n"));
    EXPECT_THAT(text, HasSubstr("      box\n        stack gap 0\n"));
}

}  // namespace
}  // namespace broadside::doc
