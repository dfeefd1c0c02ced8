#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SymbolCell, ShowsTheSymbolInItsToneAndSpeaksTheLabel) {
    const CellContent content = content_in("encryption", test::value_cell("yes"));
    const doc::Symbol& symbol = *std::get<doc::SymbolLine>(content.at(0)).symbol;
    EXPECT_EQ(symbol.drawing->name, "closed");
    EXPECT_EQ(symbol.colour, test::kGood);
    EXPECT_EQ(symbol.alt, "encrypted");
    EXPECT_EQ(symbol.height, Pt(11));
}

TEST(SymbolCell, SpeaksTheAltWhereThereIsOne) {
    model::Project project =
        test::project_of({test::row("a", {{"encryption", test::value_cell("yes")}})});
    project.dataset.vocabularies[0].values[0].alt = test::words("yes");
    const doc::Grid grid = grid_of(project);
    EXPECT_EQ(std::get<doc::SymbolLine>(test::cell_at(grid, 1, 2).content[0]).symbol->alt, "yes");
}

TEST(SymbolCell, SetsTheSymbolIntoTheLineOfItsText) {
    model::Cell cell = test::value_cell("yes");
    cell.text = test::words("4.0+");
    const CellContent content = content_in("encryption", test::with_notes(cell, {"A"}));
    ASSERT_EQ(content.size(), 1u);
    const std::vector<doc::Span>& spans = std::get<doc::Paragraph>(content[0]).spans;
    EXPECT_THAT(test::texts_of(spans),
                ElementsAre(doc::kObject, "\u00a0", "4.0+", "\u202f", "(A)"));
    EXPECT_EQ(spans[0].symbol->drawing->name, "closed");
}

TEST(SymbolCell, SetsTheWordsOfAValueApartFromItsText) {
    model::Cell cell = test::value_cell("none");
    cell.text = test::words("till 2024");
    const CellContent content = content_in("encryption", cell);
    const std::vector<doc::Span>& spans = std::get<doc::Paragraph>(content.at(0)).spans;
    EXPECT_THAT(test::texts_of(spans), ElementsAre("does not apply", " ", "till 2024"));
    EXPECT_EQ(spans[0].style.weight, kBoldWeight);
    EXPECT_EQ(spans[2].style.weight, kRegularWeight);
}

TEST(SymbolCell, HangsMarksBesideTheSymbol) {
    EXPECT_THAT(test::texts_of(
                    content_in("encryption", test::with_notes(test::value_cell("no"), {"A", "1"}))),
                ElementsAre("[open]\u202f(A)\u202f1"));
}

TEST(SymbolCell, CentresAValueWithoutSymbol) {
    const CellContent content = content_in("encryption", test::value_cell("none"));
    EXPECT_THAT(test::texts_of(content), ElementsAre("does not apply"));
    EXPECT_EQ(std::get<doc::Paragraph>(content.at(0)).alignment, Alignment::Centre);
}

TEST(SymbolCell, PrefersTheTextOfAValueWithoutSymbol) {
    model::Project project =
        test::project_of({test::row("a", {{"encryption", test::value_cell("none")}})});
    project.dataset.vocabularies[0].values[2].text = test::words("-");
    EXPECT_THAT(test::texts_of(test::cell_at(grid_of(project), 1, 2).content), ElementsAre("-"));
}

TEST(SymbolCell, PrintsTextWhereNoValueFits) {
    EXPECT_THAT(test::texts_of(content_in("encryption", test::text_cell("_soon_"))),
                ElementsAre("_soon_"));
}

TEST(SymbolCell, IsEmptyWithoutAnything) {
    EXPECT_THAT(content_in("encryption", model::Cell{}), IsEmpty());
}

}  // namespace
}  // namespace broadside::resolve
