#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Cell text_with_verdict(std::string text) {
    model::Cell cell = test::value_cell("free");
    cell.text = test::words(std::move(text));
    return cell;
}

TEST(TextCell, ClosesWithTheVerdictInItsTone) {
    const CellContent content = content_in("structure", text_with_verdict("**no** server"));
    ASSERT_THAT(test::texts_of(content), ElementsAre("no server", "independent"));
    EXPECT_EQ(std::get<doc::Paragraph>(content[1]).spans[0].style.colour, test::kGood);
}

TEST(TextCell, EndsItsLineWithTheSymbolOfItsValue) {
    model::Project project =
        test::project_of({test::row("a", {{"structure", text_with_verdict("PAYG")}})});
    project.dataset.vocabularies[1].values[0].symbol = test::reference("open");
    project.dataset.columns[1].value_side = model::ValueSide::End;
    const doc::Grid grid = grid_of(project);
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 1, 1).content),
                ElementsAre(std::string("PAYG\u00a0").append(doc::kObject)));
}

TEST(TextCell, PutsMarksBeforeTheVerdict) {
    EXPECT_THAT(test::texts_of(
                    content_in("structure", test::with_notes(text_with_verdict("x"), {"A", "1"}))),
                ElementsAre("x\u202f(A)\u202f1", "independent"));
}

TEST(TextCell, PutsMarksBehindTheVerdictWithoutText) {
    EXPECT_THAT(
        test::texts_of(content_in("structure", test::with_notes(test::value_cell("free"), {"A"}))),
        ElementsAre("independent\u202f(A)"));
}

TEST(TextCell, KeepsMarksWithoutAnyText) {
    EXPECT_THAT(test::texts_of(content_in("structure", test::with_notes(model::Cell{}, {"A"}))),
                ElementsAre("(A)"));
}

TEST(TextCell, IsEmptyWithoutAnything) {
    EXPECT_THAT(content_in("structure", test::text_cell("")), IsEmpty());
}

}  // namespace
}  // namespace broadside::resolve
