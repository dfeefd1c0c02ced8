#include "broadside/load/language/language_tag.hpp"

#include <gmock/gmock.h>

#include "broadside/load/language/former_tags.hpp"

namespace broadside::load {
namespace {

using ::testing::ElementsAre;

TEST(CanonicalTag, WritesEachPartAsItIsWritten) {
    EXPECT_EQ(canonical_tag("SV"), "sv");
    EXPECT_EQ(canonical_tag("zh-hant-tw"), "zh-Hant-TW");
    EXPECT_EQ(canonical_tag("DE-X-Plain"), "de-x-plain");
}

TEST(CanonicalTag, IsTheTagOfToday) {
    EXPECT_EQ(canonical_tag("iw"), "he");
    EXPECT_EQ(canonical_tag("IW-il"), "he-IL");
    EXPECT_EQ(canonical_tag("ji"), "yi");
    EXPECT_EQ(canonical_tag("in"), "id");
    EXPECT_EQ(canonical_tag("mo-MD"), "ro-MD");
    EXPECT_EQ(canonical_tag("sh"), "sr-Latn");
    EXPECT_EQ(canonical_tag("sh-Cyrl-RS"), "sr-Cyrl-RS");
    EXPECT_EQ(canonical_tag("zh-cmn-Hans"), "zh-Hans");
    EXPECT_EQ(canonical_tag("I-KLINGON"), "tlh");
    EXPECT_EQ(canonical_tag("no-bok"), "nb");
    EXPECT_EQ(canonical_tag("sgn-be-fr"), "sfb");
    EXPECT_EQ(canonical_tag("de-DD"), "de-DE");
    EXPECT_EQ(canonical_tag("my-Mymr-BU-x-dd"), "my-Mymr-MM-x-dd");
    for (const char* tag : {"no", "nb", "in-x-iw", "zh-yue", "id", "inh", "ar-EG"})
        EXPECT_EQ(canonical_tag(tag), tag == std::string("in-x-iw") ? "id-x-iw" : tag);
}

TEST(FormerTags, AreThoseThatMeanTheLanguage) {
    EXPECT_THAT(former_tags("he-IL"), ElementsAre("iw-IL"));
    EXPECT_THAT(former_tags("sr-Latn-RS"), ElementsAre("sh-RS"));
    EXPECT_THAT(former_tags("fr"), ::testing::IsEmpty());
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
