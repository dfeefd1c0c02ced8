#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NameCell, SetsExamplesUnderTheNames) {
    EXPECT_THAT(test::texts_of(content_in("system", test::name_cell({"Matrix"}, "Element, …"))),
                ElementsAre("Matrix", "Element, …"));
}

TEST(NameCell, JoinsNamesWithAMutedDot) {
    const CellContent content =
        content_in("system", test::name_cell({"Facebook Messenger", "Skype"}));
    const auto& names = std::get<doc::Paragraph>(content.at(0));
    ASSERT_THAT(test::texts_of(names.spans),
                ElementsAre("Facebook Messenger", "\u00a0· ", "Skype"));
    EXPECT_EQ(names.spans[1].style.colour, test::kMuted);
    EXPECT_EQ(names.spans[1].style.weight, kRegularWeight);
    EXPECT_EQ(names.spans[1].style.size, Pt(10));
}

TEST(NameCell, PutsMarksBehindTheNames) {
    const model::Cell cell = test::with_notes(test::name_cell({"Matrix"}, "Element"), {"A"});
    EXPECT_THAT(test::texts_of(content_in("system", cell)),
                ElementsAre("Matrix\u202f(A)", "Element"));
}

TEST(NameCell, PutsMarksBehindTheDetailWithoutNames) {
    EXPECT_THAT(
        test::texts_of(content_in("system", test::with_notes(test::name_cell({}, "x"), {"A"}))),
        ElementsAre("x\u202f(A)"));
}

bool detail_is_name(const model::Cell& cell) {
    return std::get<doc::Paragraph>(content_in("system", cell).at(1)).spans[0].is_name;
}

TEST(NameCell, TakesDetailsThatNobodyTranslatesForNames) {
    model::Cell cell = test::name_cell({"Matrix"}, "Element");
    EXPECT_FALSE(detail_is_name(cell));
    cell.translate = model::TranslatedParts::Names;
    EXPECT_TRUE(detail_is_name(cell));
    cell.translate = model::TranslatedParts::Detail;
    EXPECT_FALSE(detail_is_name(cell));
}

TEST(NameCell, TakesNamesLiterally) {
    EXPECT_THAT(test::texts_of(content_in("system", test::name_cell({"**x**"}))),
                ElementsAre("**x**"));
}

TEST(NameCell, IsEmptyWithoutAnything) {
    EXPECT_THAT(content_in("system", test::name_cell({})), IsEmpty());
}

}  // namespace
}  // namespace broadside::resolve
