#include "broadside/text/words.hpp"

#include <gmock/gmock.h>

#include <string>

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts_of(std::string_view utf8, const std::vector<Word>& words) {
    const auto characters = unicode::characters_of(utf8);
    std::vector<std::string> texts;
    for (const Word& word : words) {
        const unicode::Character& last = characters[word.end - 1];
        const auto begin = characters[word.begin].begin;
        texts.emplace_back(utf8.substr(begin, last.begin + last.size - begin));
    }
    return texts;
}

bool address(std::string_view utf8) {
    const auto characters = unicode::characters_of(utf8);
    return is_address(characters, {0, characters.size()});
}

bool indivisible(std::string_view utf8) {
    const auto characters = unicode::characters_of(utf8);
    return is_indivisible(characters, {0, characters.size()});
}

TEST(FindWords, PartsAtSpacesAndLineEnds) {
    const char* utf8 = " voici,\u00a0là\nqu'un mot ";
    EXPECT_THAT(texts_of(utf8, find_words(unicode::characters_of(utf8))),
                ElementsAre("voici,", "là", "qu'un", "mot"));
}

TEST(FindWords, PartsAnAddressFromChinese) {
    const char* utf8 = "请见a.org/b谢";
    EXPECT_THAT(texts_of(utf8, find_words(unicode::characters_of(utf8))), ElementsAre("a.org/b"));
}

TEST(FindLetterRuns, PartsAtApostrophesAndHyphens) {
    const char* utf8 = "l'ordinateur-clé";
    const auto characters = unicode::characters_of(utf8);
    EXPECT_THAT(texts_of(utf8, find_letter_runs(characters, {0, characters.size()})),
                ElementsAre("l", "ordinateur", "clé"));
}

TEST(IsAddress, KnowsSchemesAndHostsWithAPath) {
    EXPECT_TRUE(address("https://localhost"));
    EXPECT_TRUE(address("(www.freie-messenger.de/warumnicht)"));
    EXPECT_FALSE(address("client/serveur"));
    EXPECT_FALSE(address("freie-messenger.de"));
    EXPECT_FALSE(address("etc./usw."));
}

TEST(IsIndivisible, HoldsForNamesThatAreNoWords) {
    EXPECT_TRUE(indivisible("freie-messenger.de"));
    EXPECT_TRUE(indivisible("someone@example"));
    EXPECT_TRUE(indivisible("Messenger2you"));
    EXPECT_TRUE(indivisible("chiffre\u00adment"));
    EXPECT_FALSE(indivisible("chiffrement."));
}

}  // namespace
}  // namespace broadside::text
