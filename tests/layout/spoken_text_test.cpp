#include "broadside/layout/spoken_text.hpp"

#include <gtest/gtest.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;

std::string spoken(const doc::Cell& cell) {
    Bench bench;
    return spoken_text(cell, bench.typesetter);
}

TEST(SpokenText, JoinsParagraphsSymbolsAndBadge) {
    doc::Cell cell = test::symbol_cell(10, {test::note_mark("A")});
    std::get<doc::SymbolLine>(cell.content[0]).symbol.edit().alt = "yes";
    cell.content.push_back(paragraph("one\ntwo "));
    cell.content.push_back(paragraph("three"));
    cell.badge = test::symbol(8, 1, "recommended");
    EXPECT_EQ(spoken(cell), "yesA one two three recommended");
}

TEST(SpokenText, SaysSymbolsAmongWords) {
    doc::Paragraph text = paragraph("from ");
    text.spans.push_back(test::symbol_span(10, "version"));
    text.spans.push_back(paragraph(" 4").spans[0]);
    EXPECT_EQ(spoken(test::cell(text)), "from version 4");
}

TEST(SpokenText, LeavesOutWhatOnlyGuidesTheLine) {
    doc::Cell cell;
    cell.content.push_back(paragraph("a\u00adb\u200cc\u200ed"));
    EXPECT_EQ(spoken(cell), "ab\u200ccd");
}

TEST(SpokenText, IsCutWhereItIsLong) {
    std::string words;
    for (int i = 0; i < 1000; ++i) words += "word ";
    const std::string text = spoken(test::cell(words));
    EXPECT_LE(text.size(), 1000u + std::string("…").size());
    EXPECT_TRUE(text.ends_with("word…")) << text;
}

TEST(SpokenText, IsEmptyForAnEmptyCell) { EXPECT_EQ(spoken({}), ""); }

}  // namespace
}  // namespace broadside::layout
