#include "broadside/load/syntax/node.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

std::string description_of(std::string_view json) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    return tree ? described({&tree->root, &report.file()}) : "unreadable";
}

TEST(Described, QuotesScalarsAndNamesContainers) {
    EXPECT_EQ(description_of("\"a\\nb\""), "\"a b\"");
    EXPECT_EQ(description_of("1.50"), "1.50");
    EXPECT_EQ(description_of("false"), "false");
    EXPECT_EQ(description_of("null"), "null");
    EXPECT_EQ(description_of("[]"), "an array");
    EXPECT_EQ(description_of("{}"), "an object");
}

TEST(MembersOf, RefusesOtherTypes) {
    Report report(file_of("f", "[1,2]"));
    const auto tree = parse_json(report);
    EXPECT_TRUE(members_of({&tree->root, &report.file()}, report).empty());
    EXPECT_THAT(problems_of(std::move(report).result(0)),
                testing::ElementsAre("f:1:1: error: expected an object, got an array"));
}

constexpr std::string_view kWords[] = {"title", "subtitle", "id"};

TEST(WordHints, NamesTheNearestWord) {
    EXPECT_THAT(word_hints("tilte", kWords, "known"),
                testing::ElementsAre("did you mean \"title\"?"));
}

TEST(WordHints, ListsTheWordsWhenNoneIsNear) {
    EXPECT_THAT(word_hints("colour", kWords, "known"),
                testing::ElementsAre("known: title, subtitle, id"));
}

TEST(WordHints, StaysSilentAboutVeryManyWords) {
    const std::vector<std::string_view> words(30, "something");
    EXPECT_THAT(word_hints("colour", words, "known"), testing::IsEmpty());
}

}  // namespace
}  // namespace broadside::load
