#include "broadside/load/language_hints.hpp"

#include <gmock/gmock.h>

namespace broadside::load {
namespace {

using ::testing::ElementsAre;

TEST(LanguageHints, NameTheTagOrGiveExamples) {
    EXPECT_THAT(language_hints("swedish"), ElementsAre("did you mean \"sv\"?"));
    EXPECT_THAT(language_hints("fr_"),
                ElementsAre("separate the parts with hyphens, not underscores"));
    EXPECT_THAT(language_hints("klingon"), ElementsAre("examples: fr, pt-BR, zh-Hant"));
}

TEST(OddLanguage, TellsCodesThatDoNotExistAndCodesThatAreTooLong) {
    EXPECT_EQ(odd_language("sv-SE"), "");
    EXPECT_EQ(odd_language("yue"), "");
    EXPECT_EQ(odd_language("xx-YY"), "\"xx\" is no language of ISO 639");
    EXPECT_EQ(odd_language("spa"), "expected the shorter code \"es\" for Spanish, got \"spa\"");
}

}  // namespace
}  // namespace broadside::load
