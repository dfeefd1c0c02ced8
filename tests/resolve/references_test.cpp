#include "broadside/resolve/references.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Without vocabularies, of which most tests would leave values unused.
model::Project bare_project(std::vector<model::Row> rows) {
    model::Project project = test::project_of(std::move(rows));
    project.dataset.vocabularies.clear();
    for (model::Column& column : project.dataset.columns) column.values = {};
    return project;
}

std::vector<Diagnostic> problems_of(const model::Project& project) {
    Problems problems("dataset.json");
    check_references(project, problems);
    return problems.found();
}

TEST(CheckReferences, AcceptsASoundDataset) {
    model::Project project = bare_project(
        {test::row("a", {{"system", test::with_notes(test::name_cell({"A"}), {"1"})}})});
    project.dataset.notes = {test::note("1", "one")};
    EXPECT_THAT(problems_of(project), IsEmpty());
}

TEST(CheckReferences, NamesAnUnknownNoteOfACell) {
    model::Project project = bare_project(
        {test::row("a", {{"place", test::with_notes(test::text_cell("x"), {"AWZ"})}})});
    project.dataset.notes = {test::note("AWS", "Amazon")};
    EXPECT_EQ(test::lines_of(problems_of(project)).at(0),
              "dataset.json: error: /to/AWZ: expected the id of a note, got \"AWZ\"\n"
              "  hint: did you mean \"AWS\"?");
}

TEST(CheckReferences, FindsEveryKindOfUnknownIdInOneRun) {
    model::Project project =
        bare_project({test::row("a", {{"structure", test::ref_cell("shared")}})});
    project.dataset.columns[2].values = test::reference("vocabulary");
    project.dataset.sections[0].rows[0].band = test::reference("band");
    project.dataset.bands = {test::band("best", "Best")};
    project.dataset.bands[0].symbol = test::reference("star");
    project.dataset.bands[0].when = {{test::reference("price"), test::reference("low")}};
    EXPECT_THAT(test::codes_of(problems_of(project)),
                ElementsAre("unknown-vocabulary", "unknown-symbol", "unknown-column",
                            "unknown-band", "unknown-shared-cell"));
}

TEST(CheckReferences, WarnsOfBandsThatColourAloneTellsApart) {
    model::Project project = bare_project({});
    project.dataset.bands = {test::band("new", "New"), test::band("bad", "Bad"),
                             test::band("old", "Old")};
    for (const std::size_t plain : {1, 2}) project.dataset.bands[plain].symbol = {};
    EXPECT_THAT(test::lines_of(problems_of(project)),
                ElementsAre(testing::HasSubstr("of band \"old\" from those of \"bad\"")));
    project.dataset.bands.pop_back();
    EXPECT_THAT(problems_of(project), IsEmpty());
}

TEST(CheckReferences, WarnsOfASymbolThatIsHardlySeen) {
    const auto problems_in = [](Paint paint) {
        model::Project project = bare_project({});
        project.layout.palette[PaletteColour::Paper] = Colour{255, 255, 255};
        project.dataset.bands = {test::band("new", "New")};
        auto drawing = std::make_shared<Drawing>();
        drawing->shapes = {filled({}, paint)};
        project.symbols = {{"check", drawing}};
        return test::lines_of(problems_of(project));
    };
    EXPECT_THAT(problems_in(Colour{0xe8, 0xea, 0xed}),
                ElementsAre(testing::HasSubstr("\"check\" is hardly seen: its #e8eaed")));
    EXPECT_THAT(problems_in(Colour{0xc0, 0xc0, 0xc0}), IsEmpty());
    EXPECT_THAT(problems_in(CurrentColour{}), IsEmpty());
}

TEST(CheckReferences, LooksUpTheValueOfASharedCellOnce) {
    model::Project project =
        test::project_of({test::row("a", {{"structure", test::ref_cell("c")}}),
                          test::row("b", {{"structure", test::ref_cell("c")}})});
    project.dataset.vocabularies.erase(project.dataset.vocabularies.begin());
    project.dataset.columns[2].values = {};
    project.dataset.cells["c"] = test::value_cell("fre");
    EXPECT_THAT(test::codes_of(problems_of(project)), ElementsAre("unknown-value", "unused-value"));
}

TEST(CheckReferences, RefusesAValueInAColumnWithoutVocabulary) {
    const model::Project project =
        bare_project({test::row("a", {{"encryption", test::value_cell("yes")}})});
    EXPECT_THAT(test::codes_of(problems_of(project)), ElementsAre("value-without-vocabulary"));
}

TEST(CheckReferences, WarnsOfUnusedNotesAndValues) {
    model::Project project =
        test::project_of({test::row("a", {{"encryption", test::value_cell("yes")}})});
    project.dataset.vocabularies.pop_back();
    project.dataset.columns[1].values = {};
    project.dataset.notes = {test::note("Z", "never")};
    EXPECT_THAT(
        test::lines_of(problems_of(project)),
        ElementsAre(
            "dataset.json: warning: /notes/Z: nothing refers to note \"Z\"; it is not printed",
            "dataset.json: warning: no cell has value \"no\" of \"lock\"",
            "dataset.json: warning: no cell has value \"none\" of \"lock\""));
}

TEST(CheckBlockReferences, NamesTheNearestTextAlsoInARow) {
    model::Project project;
    project.dataset.texts = {{"intro", test::words("Read on.")}};
    model::TextBlock known, unknown;
    known.ref = {"intro", {}};
    unknown.ref = {"into", test::place_at("/blocks/0/ref")};
    project.layout.blocks = {{{}, model::RowBlock{{{{}, known}, {{}, unknown}}, {}}}};
    Problems problems("layout.json");
    check_block_references(project, problems);
    EXPECT_THAT(test::lines_of(problems.found()),
                ElementsAre("layout.json: error: /blocks/0/ref: expected the id of a text, got "
                            "\"into\"\n  hint: did you mean \"intro\"?"));
}

}  // namespace
}  // namespace broadside::resolve
