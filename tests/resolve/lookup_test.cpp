#include "broadside/resolve/lookup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

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
