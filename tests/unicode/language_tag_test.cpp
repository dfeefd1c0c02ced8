#include "broadside/unicode/language_tag.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/unicode/script.hpp"

namespace broadside::unicode {
namespace {

using ::testing::ElementsAre;

TEST(IsLanguageTag, FollowsTheGrammar) {
    for (const char* tag : {"fr", "pt-BR", "zh-Hant", "zh-yue-Hant-HK", "sl-rozaj-1994", "es-419",
                            "de-DE-u-co-phonebk", "en-x-twain"}) {
        EXPECT_TRUE(is_language_tag(tag)) << tag;
    }
    for (const char* tag :
         {"", "f", "fr_FR", "fr-", "-fr", "français", "fr-FR-FR", "de-u", "en-x", "swedish"}) {
        EXPECT_FALSE(is_language_tag(tag)) << tag;
    }
}

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

TEST(CanonicalTag, IsTheMainLanguageOfTwoLetters) {
    EXPECT_EQ(canonical_tag("pes-IR"), "fa-IR");
    EXPECT_EQ(canonical_tag("arb"), "ar");
    EXPECT_EQ(canonical_tag("ms-zsm"), "ms");
    for (const char* tag : {"tw", "tl", "prs", "arz"}) EXPECT_EQ(canonical_tag(tag), tag);
}

TEST(CanonicalTag, KnowsSignLanguages) { EXPECT_EQ(canonical_tag("sgn-SE"), "swl"); }

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

TEST(MainSubtags, AreThoseBeforeVariantsAndExtensions) {
    const MainSubtags subtags = main_subtags("zh-yue-Hant-HK-x-latn");
    EXPECT_EQ(subtags.language, "zh");
    EXPECT_EQ(subtags.script, "Hant");
    EXPECT_EQ(subtags.region, "HK");
    EXPECT_EQ(main_subtags("de-1901").script, "");
    EXPECT_EQ(main_subtags("en-x-arab").script, "");
}

TEST(FindLanguage, KnowsTheNamesOfTodayAndOfBefore) {
    for (const char* word : {"bangla", "bengali"}) EXPECT_EQ(find_language(word)->tag, "bn");
    for (const char* word : {"oriya", "odia"}) EXPECT_EQ(find_language(word)->tag, "or");
    for (const char* word : {"nynorsk", "norwegian nynorsk"})
        EXPECT_EQ(find_language(word)->tag, "nn");
}

TEST(FindLanguage, KnowsCodesAndNames) {
    for (const char* word : {"fa", "fas", "per", "persian", "farsi"}) {
        ASSERT_NE(find_language(word), nullptr) << word;
        EXPECT_EQ(find_language(word)->tag, "fa");
    }
    EXPECT_EQ(find_language("xx"), nullptr);
    EXPECT_EQ(find_language(""), nullptr);
}

TEST(Autonym, IsWhatALanguageCallsItselfOrItsNearestParent) {
    EXPECT_EQ(autonym("fr"), "français");
    EXPECT_EQ(autonym("zh-Hant"), "繁體中文");
    EXPECT_EQ(autonym("zh-Hans"), "简体中文");
    EXPECT_EQ(autonym("zh-TW"), "繁體中文");
    EXPECT_EQ(autonym("zh-CN"), "中文");
    EXPECT_EQ(autonym("sr"), "српски");
    EXPECT_EQ(autonym("sr-Latn"), "srpski");
    EXPECT_EQ(autonym("pa-PK"), "پنجابی");
    EXPECT_EQ(autonym("be-tarask"), "беларуская (клясычная)");
    EXPECT_EQ(autonym("ar-XB"), "العربية");
    EXPECT_EQ(autonym("tlh"), "tlh");
}

TEST(DirectionOf, KnowsRightToLeftLanguages) {
    for (const char* tag : {"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "AR-eg"}) {
        EXPECT_EQ(direction_of(tag), Direction::RightToLeft) << tag;
    }
}

TEST(DirectionOf, FollowsTheScriptOfTheTag) {
    EXPECT_EQ(direction_of("az-Arab"), Direction::RightToLeft);
    EXPECT_EQ(direction_of("pa-arab-PK"), Direction::RightToLeft);
    EXPECT_EQ(direction_of("ar-Latn"), Direction::LeftToRight);
}

TEST(DirectionOf, FollowsTheScriptOfTheRegion) {
    for (const char* tag : {"pa-PK", "uz-AF", "az-IR", "kk-CN", "nqo", "syr"})
        EXPECT_EQ(direction_of(tag), Direction::RightToLeft) << tag;
    for (const char* tag : {"pa", "uz", "sd-IN", "ug-KZ", "grc"})
        EXPECT_EQ(direction_of(tag), Direction::LeftToRight) << tag;
}

TEST(ScriptOf, TellsHowHanIsWritten) {
    EXPECT_EQ(script_of("zh"), "Hans");
    EXPECT_EQ(script_of("zh-hk"), "Hant");
    EXPECT_EQ(script_of("zh-Hans-HK"), "Hans");
    EXPECT_EQ(script_of("yue"), "Hant");
    EXPECT_EQ(script_of("de"), "");
}

TEST(ParentOf, LeavesOutSingleLettersWithWhatTheyIntroduce) {
    EXPECT_EQ(parent_of("de-AT-1996"), "de-AT");
    EXPECT_EQ(parent_of("de-AT-x-old"), "de-AT");
    EXPECT_EQ(parent_of("de"), "");
}

TEST(DirectionOf, IsLeftToRightOtherwise) {
    for (const char* tag : {"fr", "zh-Hant", "de-AT", "de-1901", "arn", ""}) {
        EXPECT_EQ(direction_of(tag), Direction::LeftToRight) << tag;
    }
}

TEST(DirectionOf, LooksForNoScriptInExtensions) {
    EXPECT_EQ(direction_of("en-x-arab"), Direction::LeftToRight);
}

}  // namespace
}  // namespace broadside::unicode
