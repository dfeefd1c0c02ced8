#include "broadside/load/syntax/text_rules.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(IsId, TakesLettersDigitsAndThreeSigns) {
    EXPECT_TRUE(is_id("source-open_2.b"));
    for (const char* text : {"", "a b", "é", "a/b", "..", ".x"}) EXPECT_FALSE(is_id(text)) << text;
}

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

TEST(IsDate, KnowsTheCalendar) {
    for (const char* date : {"2022", "2022-01", "2024-02-29"}) EXPECT_TRUE(is_date(date)) << date;
    for (const char* date :
         {"", "22", "2022-13", "2023-02-29", "2022-1", "01.02.2022", "2022-01-31T00", "2022-00"}) {
        EXPECT_FALSE(is_date(date)) << date;
    }
}

}  // namespace
}  // namespace broadside::load
