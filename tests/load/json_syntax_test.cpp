#include "broadside/load/syntax/json_syntax.hpp"

#include <gtest/gtest.h>

#include "broadside/load/syntax/json_tree.hpp"
#include "load/load_support.hpp"

namespace broadside::load {
namespace {

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

}  // namespace
}  // namespace broadside::load
