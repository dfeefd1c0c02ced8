#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kColumn = R"({"id": "c", "kind": "text", "title": "C", "values": "v"})";
constexpr const char* kRow = R"({"id": "r", "c": "x"})";

model::Dataset dataset_from(const std::string& more) {
    auto dataset = load_dataset(file_of("d.json", dataset_with(kColumn, kRow, more)));
    EXPECT_TRUE(dataset.ok()) << testing::PrintToString(problems_of(dataset));
    return dataset ? std::move(dataset).value() : model::Dataset{};
}

TEST(LoadDataset, ReadsTheSmallestDataset) {
    const model::Dataset dataset = dataset_from("");
    EXPECT_EQ(dataset.file, "d.json");
    EXPECT_EQ(dataset.id, "d");
    EXPECT_EQ(dataset.language, "fr");
    EXPECT_EQ(pointer_of(dataset.title.place), "/title");
    EXPECT_EQ(dataset.marks, model::NoteMarks::Ids);
    EXPECT_EQ(dataset.columns.at(0).id, "c");
}

TEST(LoadDataset, ReadsTheOptionalParts) {
    const model::Dataset dataset =
        dataset_from(R"("subtitle": "S", "author": "A", "description": "D", "marks": "letters",
        "notes": [{"id": "1", "text": "N"}], "spanners": [{"title": "W", "columns": ["c"]}],
        "links": [{"id": "l", "label": "L", "url": "https://a.org"}], "imprint": {"licence": "CC0"},)");
    EXPECT_EQ(dataset.subtitle.text, "S");
    EXPECT_EQ(dataset.author.text + dataset.description.text, "AD");
    EXPECT_EQ(dataset.marks, model::NoteMarks::Letters);
    EXPECT_EQ(pointer_of(dataset.notes.at(0).text.place), "/notes/0/text");
    EXPECT_EQ(dataset.spanners.at(0).columns.at(0).id, "c");
    EXPECT_EQ(dataset.links.at(0).url.text, "https://a.org");
    EXPECT_EQ(dataset.imprint.licence.text, "CC0");
}

/// Locales name each by one word.
TEST(LoadDataset, WantsSpannersWithDifferentIds) {
    EXPECT_THAT(
        dataset_problems(dataset_with(
            kColumn, R"({"id": "r"})",
            R"("spanners": [{"title": "A", "columns": ["c"]}, {"title": "B", "columns": ["c"]},)"
            R"({"id": "d", "title": "C", "columns": ["c"]}],)")),
        ::testing::ElementsAre(::testing::HasSubstr(
            "error: /spanners/1: expected another id for the spanner: one is \"c\" already")));
}

TEST(LoadDataset, RefusesNotesOfASectionWithoutATitle) {
    const std::string dataset = dataset_with(kColumn, R"({"id": "r"})");
    const std::size_t rows = dataset.find("\"rows\"");
    EXPECT_THAT(
        dataset_problems(dataset.substr(0, rows) + "\"notes\": [\"A\"], " + dataset.substr(rows)),
        ::testing::ElementsAre(
            ::testing::HasSubstr("unexpected key \"notes\": the section has no title")));
}

TEST(LoadDataset, ReadsBandsWithRules) {
    const model::Dataset dataset = dataset_from(
        R"("bands": [{"id": "b", "label": "B", "tone": "fair", "symbol": "s", "when": {"z": "1", "a": "2"}}],)");
    const model::Band& band = dataset.bands.at(0);
    EXPECT_EQ(band.tone, model::Tone::Fair);
    EXPECT_EQ(band.symbol.id, "s");
    EXPECT_EQ(band.when.at(0).first.id, "z");
    EXPECT_EQ(pointer_of(band.when.at(1).second.place), "/bands/0/when/a");
}

TEST(LoadDataset, ReadsSharedCells) {
    const model::Dataset dataset =
        dataset_from(R"("cells": {"a": "x", "b": {"text": "y", "value": "v", "notes": ["1"]}},)");
    EXPECT_EQ(dataset.cells.at("a").text->text, "x");
    EXPECT_EQ(dataset.cells.at("b").value->id, "v");
    EXPECT_EQ(dataset.cells.at("b").notes->size(), 1u);
}

TEST(LoadDataset, RefusesSpansOfSharedCells) {
    EXPECT_THAT(dataset_problems(
                    dataset_with(kColumn, kRow, R"("cells": {"a": {"text": "x", "rowspan": 2}},)")),
                ElementsAre(HasSubstr("/cells/a/rowspan: unknown key \"rowspan\"")));
}

TEST(LoadDataset, TellsWhereKeysOfOthersThanRowsBelong) {
    const auto dataset =
        load_dataset(file_of("d.json", dataset_with(kColumn, R"({"id": "r", "unit": "kg"})")));
    EXPECT_EQ(dataset.diagnostics().at(0).hints.at(0), "it is a key of /columns/*");
}

TEST(LoadDataset, ReportsAllProblemsInOneRun) {
    EXPECT_THAT(dataset_problems("{\n\"format\": 2,\n\"id\": \"a b\",\n\"titel\": "
                                 "\"T\",\n\"columns\": [],\n\"sections\": {}}"),
                ElementsAre("d.json:1:1: error: missing key \"language\"",
                            "d.json:1:1: error: missing key \"title\"",
                            "d.json:2:11: error: /format: expected 1, got 2",
                            "d.json:3:7: error: /id: expected an id, got \"a b\"",
                            "d.json:4:1: error: /titel: unknown key \"titel\"",
                            "d.json:5:12: error: /columns: expected at least one column, got none",
                            "d.json:6:13: error: /sections: expected an array, got an object"));
}

TEST(LoadDataset, RefusesOtherSchemesInLinks) {
    EXPECT_THAT(
        dataset_problems(dataset_with(
            kColumn, kRow, R"("links": [{"id": "l", "label": "L", "url": "javascript:x"}],)")),
        ElementsAre(HasSubstr(
            "/links/0/url: expected a URL that starts with https:, http:, mailto: or tel:")));
}

TEST(LoadDataset, RefusesRepeatedIdsInEveryList) {
    const auto problems = dataset_problems(dataset_with(kColumn, kRow, R"(
        "notes": [{"id": "1", "text": "a"}, {"id": "1", "text": "b"}],
        "bands": [{"id": "b", "label": "B"}, {"id": "b", "label": "B"}],
        "links": [{"id": "l", "label": "L", "url": "https://a"}, {"id": "l", "label": "L", "url": "https://a"}],)"));
    EXPECT_THAT(problems, ElementsAre(HasSubstr("/notes/1/id: duplicate id \"1\""),
                                      HasSubstr("/bands/1/id: duplicate id \"b\""),
                                      HasSubstr("/links/1/id: duplicate id \"l\"")));
}

TEST(LoadDataset, ReadsTextsByTheirIds) {
    const auto dataset = load_dataset(
        file_of("d", dataset_with(kColumn, kRow, R"("texts": {"intro": "**Read** on."},)")));
    ASSERT_TRUE(dataset.ok());
    EXPECT_EQ(dataset.value().texts.at("intro").text, "**Read** on.");
    EXPECT_EQ(pointer_of(dataset.value().texts.at("intro").place), "/texts/intro");
    EXPECT_THAT(dataset_problems(dataset_with(kColumn, kRow, R"("texts": {"intro": ""},)")),
                ElementsAre(HasSubstr("/texts/intro")));
}

TEST(LoadDataset, RefusesRulesWithoutConditions) {
    EXPECT_THAT(dataset_problems(dataset_with(
                    kColumn, kRow, R"("bands": [{"id": "b", "label": "B", "when": {}}],)")),
                ElementsAre(HasSubstr("/bands/0/when: expected at least one condition, got none")));
}

TEST(LoadDataset, AcceptsCommentsAndAByteOrderMark) {
    EXPECT_TRUE(
        load_dataset(file_of("d", "\xEF\xBB\xBF// facts\n" + dataset_with(kColumn, kRow))).ok());
}

TEST(LoadDataset, KeepsTheOrderOfAVocabulary) {
    const std::string values = R"("values": {"v": {"label": "V", "values": {
        "z": {"label": "Z", "alt": "zed", "symbol": "s", "tone": "bad"}, "a": {"label": "A", "text": "-"}}}},)";
    const model::Dataset dataset = dataset_from(values);
    const auto& read = dataset.vocabularies.at(0).values;
    EXPECT_EQ(read.at(0).id, "z");
    EXPECT_EQ(read.at(0).alt.text, "zed");
    EXPECT_EQ(read.at(0).symbol.id, "s");
    EXPECT_EQ(read.at(0).tone, model::Tone::Bad);
    EXPECT_EQ(read.at(1).id, "a");
    EXPECT_EQ(read.at(1).tone, model::Tone::Neutral);
}

TEST(LoadDataset, RefusesEmptyVocabulariesAndBadIds) {
    EXPECT_THAT(
        dataset_problems(dataset_with(kColumn, kRow, R"("values": {"a b": {"values": {}}},)")),
        ElementsAre(
            testing::EndsWith("/values/a b: expected an id, got \"a b\""),
            testing::EndsWith("/values/a b/values: expected at least one value, got none")));
}

}  // namespace
}  // namespace broadside::load
