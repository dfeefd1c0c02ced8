#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CellKind, GivesTextsTheRoomThatShortWordsLeave) {
    EXPECT_EQ(cell_kind(model::ColumnKind::Text).width, WidthRule(AutoWidth{}));
    EXPECT_EQ(cell_kind(model::ColumnKind::Symbol).width, WidthRule(FitContent{millimetres(30)}));
}

TEST(CellKind, CentresSymbolsOnly) {
    EXPECT_EQ(cell_kind(model::ColumnKind::Name).alignment, Alignment::Start);
    EXPECT_EQ(cell_kind(model::ColumnKind::Symbol).alignment, Alignment::Centre);
}

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
    const doc::Grid grid = grid_of(project);
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 1, 1).content),
                ElementsAre(std::string("PAYG\u00a0").append(doc::kObject)));
}

TEST(TextCell, BeginsWithTheVerdictWhereItsColumnSaysSo) {
    model::Project project = test::project_of(
        {test::row("a", {{"structure", test::with_notes(text_with_verdict("x"), {"A"})}})});
    project.dataset.notes = {test::note("A", "first")};
    project.dataset.columns[1].value_side = model::ValueSide::Start;
    EXPECT_THAT(test::texts_of(test::cell_at(grid_of(project), 1, 1).content),
                ElementsAre("independent", "x\u202f(A)"));
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

/// What is asked of the cells of a plain column.
template <typename Ask>
bool told_of(const std::vector<std::string>& texts, Ask ask) {
    std::vector<model::Cell> cells;
    for (const std::string& text : texts) cells.push_back(test::text_cell(text));
    std::vector<const model::Cell*> contents;
    for (const model::Cell& cell : cells) contents.push_back(&cell);
    return ask(contents);
}

bool line_up(const std::vector<std::string>& texts) {
    return told_of(texts, [](const auto& cells) { return plain_axes(cells, {}).has_value(); });
}

TEST(SeveralUnits, AreWordsBehindFiguresThatDifferByMoreThanTheirForm) {
    const auto differ = [](const std::vector<std::string>& texts) {
        return told_of(texts, have_several_units);
    };
    EXPECT_TRUE(differ({"3–5 years", "12 weeks", "1 week", "1 day", "once"}));
    EXPECT_TRUE(differ({"5年", "3周", "1天"}));
    EXPECT_TRUE(differ({"500\u00A0m", "20 mm", "2 km"}));
    EXPECT_FALSE(differ({"3 days", "1 day", "2 days"}));
    EXPECT_FALSE(differ({"1 год", "2 года", "5 лет", "12 лет", "3 года"})) << "years are one unit";
    EXPECT_FALSE(differ({"1 kg", "2 kg", "3 kg", "500 g"})) << "most have one";
    EXPECT_FALSE(differ({"1 kg", "3", "4", "500 g"})) << "many have none";
    EXPECT_FALSE(differ({"5 %", "3 €", "words"}));
}

TEST(PlainAxes, LineUpWhateverElseTheColumnHolds) {
    EXPECT_TRUE(line_up({"4.50", "-3", "", "–"}));
    EXPECT_TRUE(line_up({"4.50", "n/a", "n/a", "n/a"}));
    EXPECT_TRUE(line_up({"9:50", "10:09"}));
    EXPECT_TRUE(line_up({"9:30–17:00", "10–18", "24 h", "closed"}));
}

TEST(PlainAxes, AreNoneOfWords) {
    EXPECT_FALSE(line_up({"4.50", "free", "on request"}));
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

TEST(PlainCell, SetsNumbersInTheDigitsOfTheLanguage) {
    model::Cell number = test::text_cell("-4.50");
    number.number = std::string("-4.50");
    model::Project project = test::project_of(
        {test::row("a", {{"place", number}}), test::row("b", {{"place", test::text_cell("7")}}),
         test::row("c", {{"place", test::text_cell("7.1")}})});
    project.dataset.zero_digit = 0x06F0;
    const doc::Grid grid = grid_of(project);
    const std::size_t place = grid.columns.size() - 1;
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 1, place).content),
                ElementsAre("−\u06f4\u066b\u06f5\u06f0"));
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 2, place).content), ElementsAre("\u06f7"));
    EXPECT_THAT(test::texts_of(test::cell_at(grid, 3, place).content), ElementsAre("7.1"));
}

TEST(PlainCell, LeavesHyphensThatAreNoSign) {
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-sans-"))),
                ElementsAre("-sans-"));
    EXPECT_THAT(test::texts_of(content_in("place", test::text_cell("-"))), ElementsAre("-"));
}

}  // namespace
}  // namespace broadside::resolve
