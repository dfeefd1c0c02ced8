#include "broadside/load/dataset_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;

constexpr const char* kColumn = R"({"id": "name", "kind": "name", "title": "N"})";

model::Row row_from(const std::string& json) {
    const auto dataset = load_dataset(file_of("d.json", dataset_with(kColumn, json)));
    EXPECT_TRUE(dataset.ok()) << testing::PrintToString(problems_of(dataset));
    return dataset ? dataset->sections.at(0).rows.at(0) : model::Row{};
}

TEST(ReadSections, ReadsRows) {
    const model::Row row =
        row_from(R"({"id": "r", "name": "A", "source": "S", "checked": "2024"})");
    EXPECT_EQ(row.id, "r");
    EXPECT_EQ(pointer_of(row.place), "/sections/0/rows/0");
    EXPECT_EQ(row.cells->at(0).names->at(0).text, "A");
    EXPECT_EQ(row.provenance->source, "S");
    EXPECT_EQ(row.provenance->checked, "2024");
}

TEST(ReadSections, TellsNoBandFromNeverABand) {
    EXPECT_EQ(pointer_of(row_from(R"({"id": "r"})").band.place), "");
    EXPECT_EQ(pointer_of(row_from(R"({"id": "r", "band": null})").band.place),
              "/sections/0/rows/0/band");
    EXPECT_EQ(row_from(R"({"id": "r", "band": null})").band.id, "");
    EXPECT_EQ(row_from(R"({"id": "r", "band": "b"})").band.id, "b");
}

TEST(ReadSections, KeepsWhyARowIsInItsBand) {
    const model::Row row =
        row_from(R"({"id": "r", "band": {"id": "b", "source": "S", "certainty": "low"}})");
    EXPECT_EQ(pointer_of(row.band.place), "/sections/0/rows/0/band/id");
    EXPECT_EQ(row.band_provenance->source, "S");
    EXPECT_EQ(row.band_provenance->certainty, "low");
}

TEST(ReadSections, NamesTheColumnThatAKeyMeant) {
    const auto dataset =
        load_dataset(file_of("d", dataset_with(kColumn, R"({"id": "r", "nmae": "A"})")));
    ASSERT_EQ(dataset.diagnostics().size(), 1u);
    EXPECT_EQ(dataset.diagnostics()[0].message, "unknown key \"nmae\"");
    EXPECT_THAT(dataset.diagnostics()[0].hints, ElementsAre("did you mean \"name\"?"));
}

TEST(ReadSections, WantsRowIdsUniqueInTheWholeDataset) {
    const std::string json =
        R"({"format": 1, "id": "d", "language": "fr", "title": "T", "columns": [)" +
        std::string(kColumn) +
        R"(], "sections": [{"id": "s", "rows": [{"id": "r"}]}, {"id": "s", "rows": [{"id": "r"}]}]})";
    const auto dataset = load_dataset(file_of("d", json));
    ASSERT_EQ(dataset.diagnostics().size(), 2u);
    EXPECT_EQ(dataset.diagnostics()[0].pointer, "/sections/1/id");
    EXPECT_EQ(dataset.diagnostics()[1].pointer, "/sections/1/rows/0/id");
}

TEST(ReadSections, WantsOneRowInAll) {
    EXPECT_THAT(
        dataset_problems(dataset_with(kColumn, "")),
        ElementsAre(testing::EndsWith("error: /sections: expected at least one row, got none")));
}

TEST(ReadSections, JudgesNoCellsOfDoubtfulColumns) {
    EXPECT_THAT(
        dataset_problems(dataset_with(R"({"id": "c", "kind": "nmae", "title": "N"})",
                                      R"({"id": "r", "c": ["A"]})")),
        ElementsAre(testing::HasSubstr("/columns/0/kind: expected a known word, got \"nmae\"")));
}

}  // namespace
}  // namespace broadside::load
