#include "broadside/load/syntax/json_tree.hpp"

#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/json_syntax.hpp"
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
                ::testing::ElementsAre("f:1:17: error: /a/0/b: duplicate key \"b\"",
                                       "f:2:1: error: /a: duplicate key \"a\""));
}

TEST(ParseJson, RefusesDeepNesting) {
    EXPECT_THAT(json_problems(std::string(64, '[') + std::string(64, ']')), ::testing::IsEmpty());
    EXPECT_THAT(
        json_problems(std::string(100000, '[')),
        ::testing::ElementsAre(::testing::EndsWith("expected at most 64 levels, got more")));
}

TEST(ParseJson, RefusesLongStrings) {
    EXPECT_THAT(json_problems("[\"" + std::string(70000, 'x') + "\"]"),
                ::testing::ElementsAre(
                    "f:1:2: error: /0: expected at most 65536 bytes in a string, got 70000"));
}

std::string syntax_error(std::string_view text) {
    Report report(file_of("f", text));
    EXPECT_FALSE(parse_json(report)) << text;
    const auto problems = problems_of(std::move(report).result(0));
    return problems.size() == 1 ? problems[0] : "not one problem";
}

TEST(ExplainSyntaxError, NamesWhatWasExpectedInAnObject) {
    EXPECT_EQ(syntax_error("{\"a\" 1}"), "f:1:6: error: expected ':' after a key, got '1'");
    EXPECT_EQ(syntax_error("{\"a\": 1 \"b\": 2}"), "f:1:9: error: expected ',' or '}', got \"b\"");
    EXPECT_EQ(syntax_error("{\"a\": 1,\n }"), "f:2:2: error: expected a key, got '}'");
    EXPECT_EQ(syntax_error("{a: 1}"), "f:1:2: error: expected a key or '}', got 'a'");
    EXPECT_EQ(syntax_error("{\"a\": }"), "f:1:7: error: expected a value, got '}'");
}

TEST(ExplainSyntaxError, NamesWhatWasExpectedInAnArray) {
    EXPECT_EQ(syntax_error("[1 2]"), "f:1:4: error: expected ',' or ']', got '2'");
    EXPECT_EQ(syntax_error("[1,,2]"), "f:1:4: error: expected a value, got ','");
    EXPECT_EQ(syntax_error("[1,]"), "f:1:4: error: expected a value, got ']'");
    EXPECT_EQ(syntax_error("[true, fals]"), "f:1:8: error: expected a value, got 'fals'");
}

TEST(ExplainSyntaxError, NamesTheEndOfTheFile) {
    EXPECT_EQ(syntax_error(""), "f:1:1: error: expected a value, got the end of the file");
    EXPECT_EQ(syntax_error("{\"a\": 1"),
              "f:1:8: error: expected ',' or '}', got the end of the file");
    EXPECT_EQ(syntax_error("{} {}"), "f:1:4: error: expected the end of the file, got '{'");
    EXPECT_EQ(syntax_error("[1 /* x"),
              "f:1:4: error: expected the end of the comment, got the end of the file");
}

TEST(ExplainSyntaxError, LooksIntoStrings) {
    EXPECT_EQ(syntax_error("[\"a\nb\"]"),
              "f:1:2: error: expected a closing quote, got the end of the line");
    EXPECT_EQ(syntax_error("[\"a"),
              "f:1:2: error: expected a closing quote, got the end of the file");
    EXPECT_EQ(syntax_error("[\"a\tb\"]"),
              "f:1:4: error: expected no control character in a string, got U+0009");
    EXPECT_EQ(syntax_error("[\"\\q\"]"),
              "f:1:3: error: expected an escape such as \\n, \\\" or \\\\, got another character "
              "after \\");
    EXPECT_EQ(syntax_error("[\"\\u12\"]"),
              "f:1:3: error: expected four hexadecimal digits after \\u");
    EXPECT_EQ(syntax_error("[\"\\ud800\"]"),
              "f:1:2: error: expected \\u escapes of whole characters, got half a surrogate pair");
}

TEST(ExplainSyntaxError, LooksIntoNumbers) {
    EXPECT_EQ(syntax_error("[01]"), "f:1:2: error: expected a number, got '01'");
    EXPECT_EQ(syntax_error("[1.5.5]"), "f:1:2: error: expected a number, got '1.5.5'");
    EXPECT_EQ(syntax_error("[.5]"), "f:1:2: error: expected a number, got '.5'");
    EXPECT_EQ(syntax_error("[-]"), "f:1:2: error: expected a number, got '-'");
    EXPECT_EQ(syntax_error("[1.]"), "f:1:2: error: expected a number, got '1.'");
    EXPECT_EQ(syntax_error("[1-2]"), "f:1:2: error: expected a number, got '1-2'");
    EXPECT_EQ(syntax_error("[1e999]"), "f:1:2: error: /0: expected a smaller number");
}

TEST(ExplainSyntaxError, HintsAtTheCommonMistakes) {
    EXPECT_EQ(explain_syntax_error("[1,]", 2, JsonState::ArrayValue).problem.hints.at(0),
              "remove the comma before it");
    EXPECT_EQ(explain_syntax_error("{a", 1, JsonState::ObjectOpen).problem.hints.at(0),
              "keys stand in double quotes");
    EXPECT_EQ(explain_syntax_error("['a']", 1, JsonState::ArrayOpen).problem.hints.at(0),
              "strings stand in double quotes");
    EXPECT_EQ(explain_syntax_error("[True]", 1, JsonState::ArrayOpen).problem.hints.at(0),
              "the words are true, false and null");
}

TEST(JsonString, EscapesWhatNobodyCanSee) {
    EXPECT_EQ(json_string("Côté\u00a0: \u200cا\u202f!"), R"("Côté\u00a0: \u200cا\u202f!")");
    EXPECT_EQ(json_string("ب\u061c1\ufff9"), R"("ب\u061c1\ufff9")");
    EXPECT_EQ(json_string("\"a\\b\"\nc\t"), R"("\"a\\b\"\nc\u0009")");
    EXPECT_EQ(json_string("漢😀"), "\"漢😀\"");
}

}  // namespace
}  // namespace broadside::load
