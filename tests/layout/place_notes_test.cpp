#include <gmock/gmock.h>

#include "broadside/layout/block.hpp"
#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::SizeIs;

constexpr Frame kFrame{Pt(10), Pt(20), Pt(216)};

doc::Note note(const std::string& id, const std::string& text) {
    return {{id}, paragraph(id), paragraph(text)};
}

placed::Notes placed_notes(const doc::NotesBlock& notes) {
    Bench bench;
    return std::get<placed::Notes>(place_notes(notes, kFrame, bench.typesetter).blocks[0]);
}

TEST(PlaceNotes, BalancesColumns) {
    // Columns of 100: the first note takes three lines, the others one each.
    const doc::NotesBlock block{
        2, {note("A", "aaaaaa bbbbbb cccccc"), note("B", "b"), note("C", "c")}};
    const placed::Notes notes = placed_notes(block);
    ASSERT_THAT(notes.notes, SizeIs(3));
    EXPECT_THAT(notes.notes[0].text.lines, SizeIs(3));
    EXPECT_EQ(notes.notes[1].mark.box.x, Pt(126));
    EXPECT_EQ(notes.notes[1].mark.box.y, Pt(20));
    EXPECT_TRUE(nearly(notes.notes[2].mark.box.y, Pt(33)));
}

TEST(PlaceNotes, EndsMarksWhereTheTextsBegin) {
    const placed::Notes notes =
        placed_notes({1, {note("A", "first"), {{"12"}, paragraph("12"), paragraph("second")}}});
    EXPECT_EQ(notes.notes[0].mark.lines[0].left, Pt(20));
    EXPECT_EQ(notes.notes[1].mark.lines[0].left, Pt(10));
    EXPECT_EQ(notes.notes[0].text.lines[0].left, Pt(34));
    EXPECT_EQ(notes.notes[1].text.lines[0].left, Pt(34));
}

TEST(PlaceNotes, UsesNoMoreColumnsThanNotes) {
    const placed::Notes notes = placed_notes({4, {note("A", "a")}});
    EXPECT_EQ(notes.notes[0].text.box.width, Pt(216 - 14));
}

TEST(PlaceNotes, IsAsHighAsTheHighestColumn) {
    Bench bench;
    const doc::NotesBlock block{2, {note("A", "aaaaaa bbbbbb"), note("B", "b")}};
    EXPECT_TRUE(nearly(place_notes(block, kFrame, bench.typesetter).height, Pt(24)));
}

TEST(NotesWidths, AreThoseOfTheWidestTextInEveryColumn) {
    Bench bench;
    const doc::NotesBlock block{2, {note("A", "aaaa bb"), note("B", "b")}};
    const BlockWidths widths = notes_widths(block, bench.typesetter);
    // Two marks of 10 with gaps of 4, and 16 between the columns.
    EXPECT_EQ(widths.min_content, Pt(44 + 2 * 40));
    EXPECT_EQ(widths.max_content, Pt(44 + 2 * 70));
}

TEST(PlaceNotes, KeepsTheIdsForTheirMarks) {
    EXPECT_EQ(placed_notes({1, {note("S", "s")}}).notes[0].id, NoteId{"S"});
}

}  // namespace
}  // namespace broadside::layout
