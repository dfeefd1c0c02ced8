#include "broadside/layout/page_number.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using testing::ElementsAre;

/// As wide as "999/999" in the middle of 180: from 55 to 125.
bool leaves_room(doc::Paragraph start, doc::Paragraph end) {
    Bench bench;
    const doc::Box foot = test::foot(std::move(start), std::move(end));
    return leaves_room_for_number(foot, Pt(180), bench.typesetter);
}

TEST(PageNumber, StandsInTheMiddleOfTheFoot) {
    Bench bench;
    const placed::Text number =
        place_page_number(bench.document, {2, 3}, Pt(250), bench.typesetter);
    EXPECT_THAT(lines_of(number), ElementsAre("2/3"));
    EXPECT_EQ(number.lines[0].left, Pt(85));
    EXPECT_EQ(number.box.y, Pt(250));
}

TEST(PageNumber, IsAsHighAsALine) {
    Bench bench;
    bench.scale(2);
    EXPECT_TRUE(nearly(page_number_height(bench.typesetter), Pt(24)));
}

TEST(PageNumber, HasRoomBesideAShortImprint) {
    EXPECT_TRUE(leaves_room(test::paragraph("abcde"), test::paragraph("abcde")));
}

TEST(PageNumber, HasNoRoomBesideALongImprint) {
    EXPECT_FALSE(leaves_room(test::paragraph("abcdef"), {}));
    EXPECT_FALSE(leaves_room({}, test::paragraph("abcdef")));
}

}  // namespace
}  // namespace broadside::layout
