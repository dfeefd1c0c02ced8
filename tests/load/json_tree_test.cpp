#include "broadside/load/syntax/json_tree.hpp"

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

JsonValue tree_of(std::string_view text) {
    Report report(file_of("f", text));
    const auto tree = parse_json(report);
    EXPECT_EQ(report.count(), 0u) << text;
    return tree.value_or(JsonValue{});
}

TEST(ParseJson, KeepsTheDigitsOfNumbers) {
    const JsonValue root = tree_of("[1.10, -0, 1E2 ,12345678901234567890123]");
    EXPECT_EQ(root.items[0].text, "1.10");
    EXPECT_EQ(root.items[1].text, "-0");
    EXPECT_EQ(root.items[2].text, "1E2");
    EXPECT_EQ(root.items[3].text, "12345678901234567890123");
}

TEST(ParseJson, KeepsTheOrderOfKeys) {
    const JsonValue root = tree_of(R"({"z": 1, "a": 2})");
    EXPECT_EQ(root.members[0].key, "z");
    EXPECT_EQ(root.members[1].key, "a");
}

TEST(ParseJson, KnowsWhereEverythingStands) {
    const std::string text = "// c\n{ \"a\\u0041\" : /* , */ [ 1 , {\"b\":\"x\"} , null ] }";
    const JsonValue root = tree_of(text);
    EXPECT_EQ(root.offset, text.find('{'));
    EXPECT_EQ(root.members[0].offset, text.find("\"a"));
    const JsonValue& array = root.members[0].value;
    EXPECT_EQ(array.offset, text.find('['));
    EXPECT_EQ(array.items[0].offset, text.find('1', 20));
    EXPECT_EQ(array.items[1].members[0].offset, text.find("\"b"));
    EXPECT_EQ(array.items[1].members[0].value.offset, text.find("\"x"));
    EXPECT_EQ(array.items[2].offset, text.find("null"));
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

TEST(ParseJson, FindsMembersByKey) {
    EXPECT_EQ(tree_of(R"({"a": "x"})").find("a")->value.text, "x");
    EXPECT_EQ(tree_of(R"({"a": "x"})").find("b"), nullptr);
}

}  // namespace
}  // namespace broadside::load
