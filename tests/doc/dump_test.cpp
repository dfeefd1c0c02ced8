#include "broadside/doc/document.hpp"

#include <gmock/gmock.h>

namespace broadside::doc {
namespace {

using ::testing::EndsWith;

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

TEST(Dump, WritesWhereValuesComeFrom) {
    Document document;
    Table table;
    Cell cell;
    cell.provenance = Provenance{"C", "", "2022-01"};
    table.grid = {{{"a", MinContent{}}},
                  {{{RowKind::Body, kNoBand, "r"}, Provenance{"R", "low", ""}}},
                  {cell}};
    document.blocks.push_back({table});
    EXPECT_THAT(dump(document), EndsWith("      column a min-content\n"
                                         "      row 0 body r source \"R\" certainty low\n"
                                         "        0 cell start source \"C\" checked 2022-01\n"));
}

TEST(Dump, WritesWidthsAsLayoutsDo) {
    Document document;
    Table table;
    for (const WidthRule& width :
         {WidthRule(MaxContent{}), WidthRule(FitContent{Pt(85.04)}), WidthRule(Fraction{1.5}),
          WidthRule(FixedWidth{Pt(30)}), WidthRule(Percentage{25})})
        table.grid.columns.push_back({"a", width});
    document.blocks.push_back({table});
    EXPECT_THAT(dump(document), EndsWith("      column a max-content\n"
                                         "      column a fit-content(85.04pt)\n"
                                         "      column a 1.5fr\n"
                                         "      column a 30pt\n"
                                         "      column a 25%\n"));
}

}  // namespace
}  // namespace broadside::doc
