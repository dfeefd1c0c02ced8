#include "broadside/layout/measure_budgets.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::SizeIs;

struct Place {
    double width;
    std::size_t lines;
};

/// Ten points a character.
TextBudget budget(const doc::Paragraph& text, Place place) {
    Bench bench;
    return text_budgets(text, {&text, Pt(place.width), place.lines}, bench.typesetter).at(0);
}

TEST(TextBudget, TellsWhatIsLeftOfALine) {
    const TextBudget found = budget(paragraph("abc"), {100, 1});
    EXPECT_TRUE(nearly(found.used, Pt(30)));
    EXPECT_TRUE(nearly(found.available, Pt(100)));
    EXPECT_EQ(found.characters_used, 3u);
    EXPECT_EQ(found.characters_available, 10u);
}

TEST(TextBudget, CountsWhatLineEndsLeaveEmpty) {
    // "aaaa" and "bbbb" do not share a line of 60.
    const TextBudget found = budget(paragraph("aaaa bbbb"), {60, 3});
    EXPECT_TRUE(nearly(found.used, Pt(100)));
    EXPECT_TRUE(nearly(found.available, Pt(180)));
    EXPECT_EQ(found.characters_available, 16u);
}

TEST(TextBudget, IsOverByOneLine) {
    const TextBudget found = budget(paragraph("aaaa bbbb cccc"), {60, 2});
    EXPECT_TRUE(nearly(found.used, Pt(160)));
    EXPECT_LT(found.characters_available, found.characters_used);
}

TEST(TextBudget, IsOverByAWordWiderThanItsLines) {
    const TextBudget found = budget(paragraph("abcdef"), {50, 3});
    EXPECT_TRUE(nearly(found.used - found.available, Pt(10)));
    EXPECT_LT(found.characters_available, found.characters_used);
}

TEST(TextBudget, IsNotOverWhenItFitsExactly) {
    const TextBudget found = budget(paragraph("abcde"), {50, 1});
    EXPECT_EQ(found.characters_available, found.characters_used);
}

TEST(TextBudget, DoesNotCountTheMarksOfNotes) {
    doc::Paragraph text = paragraph("abc");
    text.spans.push_back(test::note_mark("A"));
    EXPECT_EQ(budget(text, {100, 1}).characters_used, 3u);
}

TEST(TextBudget, SharesALineBetweenTheTextsThatItJoins) {
    doc::Paragraph text = paragraph("abc");
    for (const char* part : {" - ", "de"}) text.spans.push_back(paragraph(part).spans[0]);
    text.spans[0].origin = test::place_at("/publisher");
    text.spans[2].origin = test::place_at("/source");
    Bench bench;
    const auto found = text_budgets(text, {&text, Pt(100), 1}, bench.typesetter);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(test::pointer_of(found[1].origin), "/source");
    EXPECT_EQ(found[1].characters_used, 2u);
    EXPECT_EQ(found[1].characters_available, 4u);
}

TEST(TextBudget, CountsATextOfSeveralSpansBesideASymbol) {
    doc::Paragraph text = paragraph("ab");
    text.spans.push_back(paragraph("cd").spans[0]);
    for (doc::Span& span : text.spans) span.origin = test::place_at("/text");
    text.spans.push_back(paragraph(" ").spans[0]);
    text.spans.push_back(test::symbol_span(10));
    const TextBudget found = budget(text, {100, 1});
    EXPECT_EQ(found.characters_used, 4u);
    EXPECT_EQ(found.characters_available, 8u);
}

TEST(TextBudget, IsNoneWithoutAText) {
    Bench bench;
    const doc::Paragraph nothing;
    EXPECT_THAT(text_budgets(nothing, {&nothing, Pt(100), 1}, bench.typesetter), SizeIs(0));
}

TEST(TextBudget, IsOverExactlyWhenLinesAreLacking) {
    for (std::size_t length = 1; length < 40; ++length) {
        std::string words;
        for (std::size_t i = 0; i < length; ++i) words += i % 4 == 3 ? ' ' : 'a';
        const doc::Paragraph text = paragraph(words + "a");
        Bench bench;
        const bool needs_more = bench.typesetter.height(text, Pt(70)) > Pt(36.1);
        const TextBudget found = budget(text, {70, 3});
        EXPECT_EQ(found.characters_used > found.characters_available, needs_more) << words;
    }
}

}  // namespace
}  // namespace broadside::layout
