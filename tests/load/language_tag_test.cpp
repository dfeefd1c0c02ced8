#include "broadside/load/language_tag.hpp"

#include <gmock/gmock.h>

namespace broadside::load {
namespace {

using ::testing::ElementsAre;

TEST(CanonicalTag, WritesEachPartAsItIsWritten) {
    EXPECT_EQ(canonical_tag("SV"), "sv");
    EXPECT_EQ(canonical_tag("zh-hant-tw"), "zh-Hant-TW");
    EXPECT_EQ(canonical_tag("DE-X-Plain"), "de-x-plain");
}

TEST(PrimaryLanguage, EndsAtTheFirstHyphen) {
    EXPECT_EQ(primary_language("zh-Hant-TW"), "zh");
    EXPECT_EQ(primary_language("sv"), "sv");
}

TEST(MeantTag, KnowsNamesLongCodesAndPosixLocales) {
    EXPECT_EQ(meant_tag("Swedish"), "sv");
    EXPECT_EQ(meant_tag("punjabi"), "pa");
    EXPECT_EQ(meant_tag("swe"), "sv");
    EXPECT_EQ(meant_tag("ger"), "de");
    EXPECT_EQ(meant_tag("sv_SE.UTF-8@euro"), "sv-SE");
    EXPECT_EQ(meant_tag("zh_hant_TW"), "zh-Hant-TW");
}

TEST(MeantTag, IsEmptyWhereNothingIsNear) {
    EXPECT_EQ(meant_tag("klingon"), "");
    EXPECT_EQ(meant_tag(""), "");
    EXPECT_EQ(meant_tag("notes.txt"), "");
}

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
