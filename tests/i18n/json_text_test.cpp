#include "broadside/i18n/json_text.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

TEST(JsonString, EscapesWhatNobodyCanSee) {
    EXPECT_EQ(json_string("Côté\u00a0: \u200cا\u202f!"), R"("Côté\u00a0: \u200cا\u202f!")");
    EXPECT_EQ(json_string("\"a\\b\"\nc\t"), R"("\"a\\b\"\nc\u0009")");
    EXPECT_EQ(json_string("漢😀"), "\"漢😀\"");
}

std::size_t end_of(std::string_view json) {
    load::Report report("", json);
    return value_end(json, *load::parse_json(json, report));
}

TEST(ValueEnd, IsAfterTheClosingBracketOverCommentsAndSpace) {
    EXPECT_EQ(end_of("{\"a\": [1, {}] // c }\n }  "), 23u);
    EXPECT_EQ(end_of(" [ /* ] */ ] "), 12u);
    EXPECT_EQ(end_of("\"a\\\"\" "), 5u);
}

TEST(HasComments, LooksBesideStringsOnly) {
    EXPECT_FALSE(has_comments(R"({"a": "http://x", "b": "\"/* c"})"));
    EXPECT_TRUE(has_comments("{} // words"));
}

TEST(Spliced, ReplacesInTheOrderOfTheText) {
    EXPECT_EQ(spliced("one two three", {{8, 13, "3"}, {0, 3, "1"}, {7, 7, "!"}}), "1 two! 3");
}

}  // namespace
}  // namespace broadside::i18n
