#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

Alignment alignment_of(const std::vector<std::string>& texts) {
    std::vector<model::Cell> cells;
    for (const std::string& text : texts) cells.push_back(test::text_cell(text));
    std::vector<const model::Cell*> contents;
    for (const model::Cell& cell : cells) contents.push_back(&cell);
    return plain_alignment(contents);
}

TEST(PlainAlignment, LinesUpNumbersAtTheirEnd) {
    EXPECT_EQ(alignment_of({"4.50", "-3", "", "–"}), Alignment::End);
}

TEST(PlainAlignment, CentresWords) {
    EXPECT_EQ(alignment_of({"4.50", "free"}), Alignment::Centre);
    EXPECT_EQ(alignment_of({"-", ""}), Alignment::Centre);
    EXPECT_EQ(alignment_of({}), Alignment::Centre);
}

TEST(PlainCell, IsLiteralAndCarriesMarks) {
    EXPECT_THAT(
        test::texts_of(content_in("place", test::with_notes(test::text_cell("**EU**"), {"A"}))),
        ElementsAre("**EU**\u202f(A)"));
}

TEST(PlainCell, SetsARealMinus) {
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-5 €"))), ElementsAre("−5 €"));
}

TEST(PlainCell, LeavesHyphensThatAreNoSign) {
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-sans-"))),
                ElementsAre("-sans-"));
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-"))), ElementsAre("-"));
}

}  // namespace
}  // namespace broadside::resolve
