#include "broadside/resolve/paragraphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/styles.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using model::StyleRole;
using ::testing::ElementsAre;

TEST(LiteralParagraph, KeepsMarkersAndOrigin) {
    const doc::Paragraph paragraph = literal_paragraph(test::words("**a**", "/title"), TextStyle{});
    EXPECT_EQ(test::text_of(paragraph), "**a**");
    EXPECT_EQ(test::pointer_of(paragraph.origin), "/title");
}

TEST(LiteralParagraph, IsEmptyWithoutText) {
    EXPECT_TRUE(literal_paragraph(test::words(""), TextStyle{}).empty());
}

TEST(RichParagraph, SetsStrongInBoldAndSmallInSmallPrint) {
    const model::Layout layout = test::plain_layout();
    const doc::Paragraph paragraph =
        rich_paragraph(test::words("**a** b _c_"), layout, model::StyleRole::Cell);
    ASSERT_THAT(test::texts_of(paragraph.spans), ElementsAre("a", " b ", "c"));
    EXPECT_EQ(paragraph.spans[0].style.weight, kBoldWeight);
    EXPECT_EQ(paragraph.spans[1].style, style_of(layout, model::StyleRole::Cell));
    EXPECT_EQ(paragraph.spans[2].style.size, Pt(7));
}

TEST(DottedParagraph, LetsALineEndButNotBeginWithADot) {
    const model::Text a = test::words("a", "/a"), none, b = test::words("b", "/b");
    const doc::Paragraph paragraph = dotted_paragraph({&a, &none, &b}, {}, Direction::LeftToRight);
    EXPECT_THAT(test::texts_of(paragraph.spans), ElementsAre("a", "\u00a0· ", "b"));
    EXPECT_EQ(test::pointer_of(paragraph.origin), "/a");
}

TEST(DottedParagraph, KeepsTheTextsInTheDocumentsOrder) {
    const model::Text a = test::words("Tox"), b = test::words("Jami");
    const doc::Paragraph paragraph = dotted_paragraph({&a, &b}, {}, Direction::RightToLeft);
    EXPECT_THAT(test::texts_of(paragraph.spans),
                ElementsAre("\u2066Tox\u2069", "\u00a0· ", "\u2066Jami\u2069"));
}

TEST(Strong, ChangesTheWeightOnly) {
    const model::Layout layout = test::plain_layout();
    const TextStyle& cell = style_of(layout, StyleRole::Cell);
    EXPECT_EQ(strong(cell).weight, kBoldWeight);
    EXPECT_EQ(strong(cell).size, cell.size);
}

TEST(SmallStyleOf, IsAPartOfItsOwnOnSectionBars) {
    const model::Layout layout = test::plain_layout();
    EXPECT_EQ(small_style_of(layout, StyleRole::Section),
              style_of(layout, StyleRole::SectionDetail));
}

TEST(SmallStyleOf, TakesTheSizeOfDetailsAndKeepsTheInk) {
    model::Layout layout = test::plain_layout();
    layout.styles[StyleRole::Detail].colour = test::kMuted;
    EXPECT_EQ(small_style_of(layout, StyleRole::Cell).size, Pt(7));
    EXPECT_EQ(small_style_of(layout, StyleRole::Cell).colour, test::kInk);
}

TEST(SmallStyleOf, NeverEnlarges) {
    model::Layout layout = test::plain_layout();
    layout.styles[StyleRole::Note].size = Pt(6);
    EXPECT_EQ(small_style_of(layout, StyleRole::Note).size, Pt(6));
}

TEST(BandStyleOfTone, HasTintAndBar) {
    const BandStyle style = band_style(test::plain_layout(), model::Tone::Good);
    EXPECT_EQ(style.tint, (Colour{0xe0, 0xff, 0xe0}));
    EXPECT_EQ(style.bar, test::kGood);
    EXPECT_EQ(style.bar_width, Pt(3));
}

TEST(BadgeHeight, FollowsTheNames) {
    EXPECT_TRUE(nearly(badge_height(test::plain_layout()), Pt(12)));
}

}  // namespace
}  // namespace broadside::resolve
