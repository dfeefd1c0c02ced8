#include "broadside/emit/link_targets.hpp"

#include <gmock/gmock.h>

#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using scene::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

scene::TextLine call_of(std::string note) {
    scene::TextLine line = test::text_line(Pt(0), Pt(10), "1");
    line.runs[0].note = std::move(note);
    return line;
}

TEST(CalledNotes, NamesGroupsThatAMarkCalls) {
    const auto scene = test::one_page(
        Pt(10), Pt(10), {call_of("A"), test::begin(Role::ListItem, "A"), scene::EndGroup{}});
    EXPECT_THAT(called_notes(scene.pages), ElementsAre("A"));
}

TEST(CalledNotes, LeavesOutCallsToNothingAndNotesWithoutCalls) {
    const auto scene = test::one_page(
        Pt(10), Pt(10), {call_of("A"), test::begin(Role::ListItem, "B"), scene::EndGroup{}});
    EXPECT_THAT(called_notes(scene.pages), IsEmpty());
}

TEST(CalledNotes, FindsNotesOnLaterPages) {
    auto scene = test::one_page(Pt(10), Pt(10), {call_of("A")});
    scene.pages.push_back(
        {{Pt(10), Pt(10)}, {}, {test::begin(Role::ListItem, "A"), scene::EndGroup{}}});
    EXPECT_THAT(called_notes(scene.pages), ElementsAre("A"));
    EXPECT_THAT(called_notes({scene.pages.data(), 1}), IsEmpty());
}

TEST(AnchorName, KeepsPlainCharactersAndEncodesTheRest) {
    EXPECT_EQ(anchor_name("note-S.1"), "note-S.1");
    EXPECT_EQ(anchor_name("a'b_"), "a_27b_5f");
}

}  // namespace
}  // namespace broadside::emit
