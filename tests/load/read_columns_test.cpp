#include "broadside/load/dataset_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;

struct ColumnsResult {
    ColumnsRead read;
    std::vector<std::string> problems;
};

ColumnsResult columns_from(std::string_view json) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    ColumnsResult result;
    if (tree) result.read = read_columns({&tree->root, &report.file()}, report);
    result.problems = problems_of(std::move(report).result(0));
    return result;
}

TEST(ReadColumns, ReadsEveryField) {
    const ColumnsResult result = columns_from(
        R"([{"id": "n", "kind": "name", "title": "N", "notes": ["A"], "sample": {"names": "S", "detail": "d"}},
            {"id": "t", "kind": "text", "title": "T", "merge": true, "values": "v"}])");
    EXPECT_THAT(result.problems, ElementsAre());
    EXPECT_EQ(result.read.columns[0].sample->names->at(0).text, "S");
    EXPECT_EQ(result.read.columns[0].notes.at(0).id, "A");
    EXPECT_TRUE(result.read.columns[1].merge);
    EXPECT_EQ(pointer_of(result.read.columns[1].values.place), "/1/values");
}

TEST(ReadColumns, RefusesAnEmptyList) {
    EXPECT_THAT(columns_from("[]").problems,
                ElementsAre("f:1:1: error: expected at least one column, got none"));
}

TEST(ReadColumns, RefusesReservedAndRepeatedIds) {
    EXPECT_THAT(columns_from(R"([{"id": "band", "kind": "text", "title": "T"}])").problems,
                ElementsAre("f:1:9: error: /0/id: expected another id for a column, got \"band\""));
    EXPECT_THAT(
        columns_from(
            R"([{"id": "a", "kind": "text", "title": "T"}, {"id": "a", "kind": "text", "title": "T"}])")
            .problems,
        ElementsAre("f:1:52: error: /1/id: duplicate id \"a\""));
}

TEST(ReadColumns, HoldsKeysAgainstTheKind) {
    EXPECT_THAT(
        columns_from(
            R"([{"id": "a", "kind": "plain", "title": "T", "values": "v", "merge": true, "sample": {"names": "S"}}])")
            .problems,
        ElementsAre("f:1:60: error: /0/merge: unexpected key \"merge\": the column is of "
                    "kind plain",
                    "f:1:75: error: /0/sample: unexpected key \"sample\": the column is of "
                    "kind plain"));
}

TEST(ReadColumns, PutValuesBehindRichTextAndBeforeTheRest) {
    const ColumnsResult result = columns_from(
        R"([{"id": "a", "kind": "text", "title": "T"}, {"id": "b", "kind": "plain", "title": "T"},
            {"id": "c", "kind": "plain", "title": "T", "value_side": "end"}])");
    EXPECT_EQ(result.read.columns[0].value_side, model::ValueSide::End);
    EXPECT_EQ(result.read.columns[1].value_side, model::ValueSide::Start);
    EXPECT_EQ(result.read.columns[2].value_side, model::ValueSide::End);
}

TEST(ReadColumns, AsksForAVocabularyOfSymbols) {
    const ColumnsResult result = columns_from(R"([{"id": "a", "kind": "symbol", "title": "T"}])");
    EXPECT_THAT(result.problems, ElementsAre("f:1:2: error: /0: missing key \"values\": a "
                                             "symbol column needs a vocabulary"));
    EXPECT_THAT(result.read.doubtful, ElementsAre("a"));
}

TEST(ReadColumns, BoundsTheirNumber) {
    std::string json = "[1";
    for (int i = 0; i < 256; ++i) json += ",1";
    EXPECT_THAT(columns_from(json + "]").problems,
                ElementsAre("f:1:514: error: /256: expected at most 256 columns, got 257"));
}

}  // namespace
}  // namespace broadside::load
