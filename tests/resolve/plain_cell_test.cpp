#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

bool line_up(const std::vector<std::string>& texts) {
    std::vector<model::Cell> cells;
    for (const std::string& text : texts) cells.push_back(test::text_cell(text));
    std::vector<const model::Cell*> contents;
    for (const model::Cell& cell : cells) contents.push_back(&cell);
    return plain_axes(contents, {}).has_value();
}

TEST(PlainAxes, LineUpWhateverElseTheColumnHolds) {
    EXPECT_TRUE(line_up({"4.50", "-3", "", "–"}));
    EXPECT_TRUE(line_up({"4.50", "n/a", "n/a", "n/a"}));
    EXPECT_TRUE(line_up({"9:50", "10:09"}));
}

TEST(PlainAxes, AreNoneOfWords) {
    EXPECT_FALSE(line_up({"4.50", "free", "on request"}));
    EXPECT_FALSE(line_up({"24 h", "8:00–22:00", "–"}));
    EXPECT_FALSE(line_up({"-", {}}));
    EXPECT_FALSE(line_up({}));
}

TEST(PlainCell, IsLiteralAndCarriesMarks) {
    EXPECT_THAT(
        test::texts_of(content_in("place", test::with_notes(test::text_cell("**EU**"), {"A"}))),
        ElementsAre("**EU**\u202f(A)"));
}

TEST(PlainCell, SetsARealMinus) {
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-5 €"))), ElementsAre("−5 €"));
}

TEST(PlainCell, SetsJsonNumbersInTheDigitsOfTheLanguage) {
    model::Cell number = test::text_cell("-4.50");
    number.number = std::string("-4.50");
    model::Project project = test::project_of(
        {test::row("a", {{"place", number}}), test::row("b", {{"place", test::text_cell("7")}})});
    project.dataset.zero_digit = 0x06F0;
    const doc::Grid grid = grid_of(project);
    const std::size_t place = grid.columns.size() - 1;
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 1, place).content),
                ElementsAre("−\u06f4\u066b\u06f5\u06f0"));
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 2, place).content), ElementsAre("7"));
}

TEST(PlainCell, LeavesHyphensThatAreNoSign) {
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-sans-"))),
                ElementsAre("-sans-"));
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-"))), ElementsAre("-"));
}

}  // namespace
}  // namespace broadside::resolve
