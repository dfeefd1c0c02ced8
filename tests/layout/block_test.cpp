#include "broadside/layout/block.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::ElementsAre;
using testing::SizeIs;

constexpr Frame kFrame{Pt(10), Pt(20), Pt(180)};

template <typename Block>
const Block& only(const PlacedBlock& placed) {
    return std::get<Block>(placed.blocks.front());
}

TEST(PlaceText, SeparatesParagraphs) {
    Bench bench;
    const doc::TextBlock text{{paragraph("abc"), paragraph("def")}};
    const PlacedBlock placed = place_text(text, kFrame, bench.typesetter);
    const auto& paragraphs = only<placed::Paragraphs>(placed).paragraphs;
    ASSERT_THAT(paragraphs, SizeIs(2));
    EXPECT_TRUE(nearly(paragraphs[1].box.y, Pt(36)));  // 20, a line of 12, a gap of 4
    EXPECT_TRUE(nearly(placed.height, Pt(28)));
}

TEST(PlaceText, TakesTheParagraphsAlignment) {
    Bench bench;
    doc::TextBlock text{{paragraph("ab")}};
    text.paragraphs[0].alignment = Alignment::End;
    const PlacedBlock placed = place_text(text, kFrame, bench.typesetter);
    EXPECT_EQ(only<placed::Paragraphs>(placed).paragraphs[0].lines[0].left, Pt(170));
}

TEST(PlaceImprint, SetsStartAndEndOnOneLine) {
    Bench bench;
    const doc::ImprintBlock imprint{paragraph("abc"), paragraph("def")};
    const PlacedBlock placed = place_imprint(imprint, kFrame, bench.typesetter);
    const auto& set = only<placed::Imprint>(placed);
    EXPECT_EQ(set.start->lines[0].left, Pt(10));
    EXPECT_EQ(set.end->lines[0].left, Pt(160));
    EXPECT_EQ(set.end->lines[0].baseline, set.start->lines[0].baseline);
    EXPECT_TRUE(nearly(placed.height, Pt(12)));
}

TEST(PlaceImprint, PutsTheEndBelowWhenThereIsNoRoomBeside) {
    Bench bench;
    const doc::ImprintBlock imprint{paragraph("abcdefghi"), paragraph("jklmnopqr")};
    const PlacedBlock placed = place_imprint(imprint, kFrame, bench.typesetter);
    const auto& set = only<placed::Imprint>(placed);
    EXPECT_EQ(set.end->lines[0].left, Pt(10));
    EXPECT_TRUE(nearly(set.end->box.y, Pt(32)));
    EXPECT_TRUE(nearly(placed.height, Pt(24)));
}

TEST(PlaceImprint, SetsAnEndAlone) {
    Bench bench;
    const PlacedBlock placed = place_imprint({{}, paragraph("def")}, kFrame, bench.typesetter);
    EXPECT_FALSE(only<placed::Imprint>(placed).start);
    EXPECT_EQ(only<placed::Imprint>(placed).end->lines[0].left, Pt(160));
    EXPECT_TRUE(nearly(placed.height, Pt(12)));
}

TEST(PlaceWholeTable, IsAsHighAsItsRows) {
    Bench bench;
    const PlacedBlock placed = place_whole_table(
        test::table(test::grid({Fraction{1}}, test::plain_rows(3))), kFrame, bench.typesetter);
    EXPECT_EQ(only<placed::Table>(placed).box, (Rect{Pt(10), Pt(20), Pt(180), Pt(36)}));
    EXPECT_EQ(placed.height, Pt(36));
}

TEST(PlaceRow, SetsBlocksSideBySide) {
    Bench bench;
    doc::RowBlock row;
    row.blocks = {doc::Block{test::text_block("abc")}, doc::Block{test::text_block("de\nf")}};
    row.widths = {Fraction{1}, Fraction{2}};
    const PlacedBlock placed = place_row(row, kFrame, bench.typesetter);
    ASSERT_THAT(placed.blocks, SizeIs(2));
    // 180 less a gap of 18 leaves 162: 54 and 108.
    EXPECT_EQ(std::get<placed::Paragraphs>(placed.blocks[0]).paragraphs[0].box.width, Pt(54));
    EXPECT_EQ(std::get<placed::Paragraphs>(placed.blocks[1]).paragraphs[0].box.x, Pt(82));
    EXPECT_TRUE(nearly(placed.height, Pt(24)));
}

TEST(PlaceRow, GivesTextsTheirLongestWord) {
    Bench bench;
    doc::RowBlock row;
    row.blocks = {doc::Block{test::text_block("abc")},
                  doc::Block{test::text_block("abcdefghijkl")}};
    row.widths = {Fraction{1}, Fraction{1}};
    const PlacedBlock placed = place_row(row, kFrame, bench.typesetter);
    EXPECT_EQ(std::get<placed::Paragraphs>(placed.blocks[1]).paragraphs[0].box.width, Pt(120));
    EXPECT_EQ(std::get<placed::Paragraphs>(placed.blocks[0]).paragraphs[0].box.width, Pt(42));
}

TEST(BlockWidths, AreFreeForBlocksThatCanBeAnyWidth) {
    Bench bench;
    const BlockWidths widths =
        block_widths(doc::Block{doc::LegendBlock{}}, Pt(90), bench.typesetter);
    EXPECT_EQ(widths.min_content, Pt(0));
    EXPECT_EQ(widths.max_content, Pt(90));
}

TEST(PlaceBlock, PlacesEveryKind) {
    Bench bench;
    doc::NotesBlock notes;
    notes.notes.push_back({{"A"}, paragraph("A"), paragraph("abc")});
    const PlacedBlock placed = place_block(doc::Block{notes}, kFrame, bench.typesetter);
    EXPECT_THAT(only<placed::Notes>(placed).notes, SizeIs(1));
    const PlacedBlock header = place_block(doc::Block{doc::HeaderBlock{paragraph("T"), {}, {}, {}}},
                                           kFrame, bench.typesetter);
    EXPECT_THAT(lines_of(only<placed::Header>(header).title), ElementsAre("T"));
}

}  // namespace
}  // namespace broadside::layout
