#include "broadside/load/read_vocabularies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

TEST(ReadVocabularies, KeepsTheOrderOfTheFile) {
    const std::string json = R"({"v": {"label": "V", "values": {
        "z": {"label": "Z", "alt": "zed", "symbol": "s", "tone": "bad"}, "a": {"label": "A", "text": "-"}}}})";
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    const auto vocabularies = read_vocabularies({&tree->root, &report.file()}, report);
    ASSERT_EQ(report.count(), 0u);
    const auto& values = vocabularies.at(0).values;
    EXPECT_EQ(values.at(0).id, "z");
    EXPECT_EQ(values.at(0).alt.text, "zed");
    EXPECT_EQ(values.at(0).symbol.id, "s");
    EXPECT_EQ(values.at(0).tone, model::Tone::Bad);
    EXPECT_EQ(pointer_of(values.at(1).text.place), "/v/values/a/text");
    EXPECT_EQ(values.at(1).tone, model::Tone::Neutral);
}

TEST(ReadVocabularies, RefusesEmptyVocabulariesAndBadIds) {
    const std::string json = R"({"a b": {"values": {}}})";
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    read_vocabularies({&tree->root, &report.file()}, report);
    EXPECT_THAT(
        problems_of(std::move(report).result(0)),
        testing::ElementsAre("f:1:2: error: /a b: expected an id, got \"a b\"",
                             "f:1:20: error: /a b/values: expected at least one value, got none"));
}

}  // namespace
}  // namespace broadside::load
