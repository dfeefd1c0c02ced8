#include "broadside/emit/link_targets.hpp"

#include <gmock/gmock.h>

#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

scene::DrawText call_of(std::string note) {
    scene::DrawText line = test::text_line(Pt(0), Pt(10), "1");
    line.lines[0].runs[0].note = {std::move(note)};
    return line;
}

TEST(CalledNotes, LeavesOutCallsToNothingAndNotesWithoutCalls) {
    const auto scene =
        test::one_page(Pt(10), Pt(10), {call_of("A"), test::begin_note("B"), scene::EndGroup{}});
    EXPECT_THAT(called_notes(scene.pages), IsEmpty());
}

TEST(CalledNotes, LeavesOutItemsOfOtherListsAndTextThatIsNoMark) {
    const auto scene =
        test::one_page(Pt(10), Pt(10), {call_of(""), test::begin_note(""), scene::EndGroup{}});
    EXPECT_THAT(called_notes(scene.pages), IsEmpty());
}

TEST(CalledNotes, TellsThePagesOfTheNoteAndOfItsFirstMark) {
    auto scene = test::one_page(Pt(10), Pt(10), {});
    const auto add_page = [&](std::vector<scene::Op> ops) {
        scene.pages.push_back({{Pt(10), Pt(10)}, {}, std::move(ops)});
    };
    add_page({call_of("A")});
    add_page({call_of("A"), test::begin_note("A"), scene::EndGroup{}});
    const auto notes = called_notes(scene.pages);
    ASSERT_THAT(notes, SizeIs(1));
    EXPECT_EQ(notes.at({"A"}).note, 2u);
    EXPECT_EQ(notes.at({"A"}).first_mark, 1u);
    EXPECT_THAT(called_notes({scene.pages.data(), 2}), IsEmpty());
}

TEST(Anchor, KeepsPlainCharactersAndEncodesTheRest) {
    EXPECT_EQ(note_anchor({"S.1"}), "note-S.1");
    EXPECT_EQ(mark_anchor({"a'b_"}), "mark-a_27b_5f");
}

}  // namespace
}  // namespace broadside::emit
