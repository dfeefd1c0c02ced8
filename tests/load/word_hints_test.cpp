#include "broadside/load/syntax/word_hints.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::load {
namespace {

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
