#include "broadside/resolve/checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/lookup.hpp"
#include "broadside/resolve/problems.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Without vocabularies, of which most tests would leave values unused.
model::Project bare_project(std::vector<model::Row> rows) {
    model::Project project = test::project_of(std::move(rows));
    project.dataset.vocabularies.clear();
    for (model::Column& column : project.dataset.columns) column.values = {};
    return project;
}

Diagnostics problems_of(const model::Project& project) {
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
                ElementsAre(::testing::HasSubstr("of band \"old\" from those of \"bad\"")));
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
                ElementsAre(::testing::HasSubstr("\"check\" is hardly seen: its #e8eaed")));
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

Problems::Candidates ids(std::vector<std::string> list) {
    return [list = std::move(list)] { return list; };
}

TEST(Problems, SuggestsTheNearestId) {
    Problems problems("data.json");
    problems.unknown("shared-cell", {"centrl", test::place_at("/rows/0")},
                     ids({"central", "open"}));
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("data.json: error: /rows/0: expected the id of a shared cell, got \"centrl\"\n"
                    "  hint: did you mean \"central\"?"));
    EXPECT_THAT(test::codes_of(problems.found()), ElementsAre("unknown-shared-cell"));
}

TEST(Problems, ListsTheIdsWhenNoneIsNear) {
    Problems problems("data.json");
    problems.unknown("note", {"X", test::place_at("/n")}, ids({"A", "B"}));
    EXPECT_THAT(problems.found().at(0).hints, ElementsAre("known: A, B"));
}

TEST(Problems, GuessesForAnIdInEachListByItself) {
    Problems problems("data.json");
    problems.unknown("value", {"yess", test::place_at("/a")}, ids({"yes"}), "choice");
    problems.unknown("value", {"yess", test::place_at("/b")}, ids({"yesss"}), "other");
    problems.unknown("value", {"yess", test::place_at("/c")}, ids({}), "choice");
    EXPECT_THAT(problems.found().at(0).hints, ElementsAre("did you mean \"yes\"?"));
    EXPECT_THAT(problems.found().at(1).hints, ElementsAre("did you mean \"yesss\"?"));
    EXPECT_EQ(problems.found().at(2).hints, problems.found().at(0).hints);
}

TEST(Problems, AsksForCandidatesNoOftenerThanAnybodyReadsHints) {
    Problems problems("data.json");
    std::size_t asked = 0;
    for (int i = 0; i < 1000; ++i) {
        problems.unknown("note", {"n" + std::to_string(i), test::place_at("/n")}, [&asked] {
            ++asked;
            return std::vector<std::string>{"note"};
        });
    }
    EXPECT_THAT(problems.found(), SizeIs(1000));
    EXPECT_LE(asked, 100u);
}

TEST(Problems, SaysTheSameOnce) {
    Problems problems("data.json");
    problems.error("code", test::place_at("/a"), "wrong");
    problems.error("code", test::place_at("/a"), "wrong");
    problems.error("code", test::place_at("/b"), "wrong");
    EXPECT_THAT(problems.found(), SizeIs(2));
}

TEST(Problems, KeepsWarningsApart) {
    Problems problems("data.json");
    problems.warning("unused-note", test::place_at("/a"), "unused");
    EXPECT_FALSE(has_errors(problems.found()));
}

TEST(ColumnIndex, IsThePlaceInTheDataset) {
    const model::Dataset dataset = test::project_of({}).dataset;
    EXPECT_EQ(column_index(dataset, "encryption"), 2u);
    EXPECT_EQ(column_index(dataset, "price"), std::nullopt);
}

TEST(ContentOf, FollowsARefToTheSharedCell) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.cells["central"] = test::text_cell("one provider");
    EXPECT_EQ(content_of(dataset, test::ref_cell("central")).text->text, "one provider");
}

TEST(Vocabularies, LookInTheOneOfTheColumn) {
    const model::Dataset dataset = test::project_of({}).dataset;
    const Vocabularies vocabularies(dataset.vocabularies);
    const model::Value* value = vocabularies.find_value(dataset.columns[2], "yes");
    ASSERT_NE(value, nullptr);
    EXPECT_EQ(value->label.text, "encrypted");
    EXPECT_EQ(vocabularies.find_value(dataset.columns[0], "yes"), nullptr);
    EXPECT_EQ(vocabularies.find_value(dataset.columns[2], "maybe"), nullptr);
}

TEST(NotesOf, JoinsTheSharedCellsNotesWithTheCellsOwn) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.cells["central"] = test::with_notes(test::text_cell("x"), {"A", "B"});
    const auto notes = notes_of(dataset, test::with_notes(test::ref_cell("central"), {"B", "C"}));
    std::vector<std::string> ids;
    for (const model::Reference& note : *notes) ids.push_back(note.id);
    EXPECT_THAT(ids, ElementsAre("A", "B", "C"));
}

}  // namespace
}  // namespace broadside::resolve
