#include "broadside/load/syntax/json_tree.hpp"

#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

std::vector<std::string> json_problems(std::string_view text) {
    Report report(file_of("f", text));
    parse_json(report);
    return problems_of(std::move(report).result(0));
}

const JsonValue& root_of(std::string_view text) {
    static std::deque<JsonTree> trees;
    Report report(file_of("f", text));
    auto tree = parse_json(report);
    EXPECT_EQ(report.count(), 0u) << text;
    return trees.emplace_back(tree ? *std::move(tree) : JsonTree()).root;
}

TEST(ParseJson, KeepsTheDigitsOfNumbers) {
    const JsonValue& root = root_of("[1.10, -0, 1E2 ,12345678901234567890123]");
    EXPECT_EQ(root.members[0].value.text, "1.10");
    EXPECT_EQ(root.members[1].value.text, "-0");
    EXPECT_EQ(root.members[2].value.text, "1E2");
    EXPECT_EQ(root.members[3].value.text, "12345678901234567890123");
}

TEST(ParseJson, UnderstandsEscapes) {
    const JsonValue& root = root_of(R"({"a\u0041": "b\nc", "\u00e9": "\ud83d\ude00\\"})");
    EXPECT_EQ(root.find("aA")->value.text, "b\nc");
    EXPECT_EQ(root.find("é")->value.text, "😀\\");
}

TEST(ParseJson, KeepsTheOrderOfKeys) {
    const JsonValue& root = root_of(R"({"z": 1, "a": 2})");
    EXPECT_EQ(root.members[0].key, "z");
    EXPECT_EQ(root.members[1].key, "a");
}

TEST(ParseJson, HandsTheItemsOfOneListOnAndKeepsNoneOfThem) {
    Report report(file_of("f", R"({"list": [{"list": [1]}, "a"], "more": ["b"]})"));
    std::vector<JsonType> types;
    const PassedItems passed{"list", [&](const JsonValue& item) { types.push_back(item.type); }};
    const auto tree = parse_json(report, &passed);
    ASSERT_TRUE(tree);
    EXPECT_EQ(types, (std::vector{JsonType::Object, JsonType::String}));
    EXPECT_TRUE(tree->root.find("list")->value.members.empty());
    EXPECT_EQ(tree->root.find("more")->value.members.size(), 1u);
}

TEST(ParseJson, KnowsWhereEverythingStands) {
    const std::string text = "// c\n{ \"a\\u0041\" : /* , */ [ 1 , {\"b\":\"x\"} , null ] }";
    const JsonValue& root = root_of(text);
    EXPECT_EQ(root.offset, text.find('{'));
    EXPECT_EQ(root.members[0].offset, text.find("\"a"));
    const JsonValue& array = root.members[0].value;
    EXPECT_EQ(array.offset, text.find('['));
    EXPECT_EQ(array.members[0].value.offset, text.find('1', 20));
    EXPECT_EQ(array.members[1].value.members[0].offset, text.find("\"b"));
    EXPECT_EQ(array.members[1].value.members[0].value.offset, text.find("\"x"));
    EXPECT_EQ(array.members[2].value.offset, text.find("null"));
}

TEST(ParseJson, ReportsEachDuplicateKeyWithItsPointer) {
    EXPECT_THAT(json_problems("{\"a\": [{\"b\": 1, \"b\": 2}],\n\"a\": 3}"),
                testing::ElementsAre("f:1:17: error: /a/0/b: duplicate key \"b\"",
                                     "f:2:1: error: /a: duplicate key \"a\""));
}

TEST(ParseJson, RefusesDeepNesting) {
    EXPECT_THAT(json_problems(std::string(64, '[') + std::string(64, ']')), testing::IsEmpty());
    EXPECT_THAT(json_problems(std::string(100000, '[')),
                testing::ElementsAre(testing::EndsWith("expected at most 64 levels, got more")));
}

TEST(ParseJson, RefusesLongStrings) {
    EXPECT_THAT(json_problems("[\"" + std::string(70000, 'x') + "\"]"),
                testing::ElementsAre(
                    "f:1:2: error: /0: expected at most 65536 bytes in a string, got 70000"));
}

}  // namespace
}  // namespace broadside::load
