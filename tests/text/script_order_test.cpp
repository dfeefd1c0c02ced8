#include "broadside/text/script_order.hpp"

#include <gmock/gmock.h>

namespace broadside::text {
namespace {

using testing::ElementsAre;

TEST(ScriptOrder, AsksForTheScriptThenForSymbols) {
    EXPECT_THAT(script_order("Arab", "ar"), ElementsAre("Arab", "Zmth", "Zsym", "Zyyy"));
    EXPECT_THAT(script_order("Zyyy", "fr"), ElementsAre("Zyyy", "Zmth", "Zsym"));
}

TEST(ScriptOrder, DrawsHanAsTheLanguageDoes) {
    EXPECT_EQ(script_order("Hani", "ja").front(), "Jpan");
    EXPECT_EQ(script_order("Hani", "ko-KR").front(), "Kore");
    EXPECT_EQ(script_order("Hani", "zh").front(), "Hans");
    EXPECT_EQ(script_order("Hani", "zh-TW").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "zh-Hant").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "de").front(), "Hans");
}

TEST(ScriptOrder, FindsKanaAndHangulInTheFamiliesOfTheirLanguages) {
    EXPECT_THAT(script_order("Hira", "ja"), ElementsAre("Hira", "Jpan", "Zmth", "Zsym", "Zyyy"));
    EXPECT_THAT(script_order("Hang", "ko"), ElementsAre("Hang", "Kore", "Zmth", "Zsym", "Zyyy"));
}

TEST(ScriptOrder, LetsTextsOfEastAsiaTakeAnyCharacterFromTheirOwnFace) {
    EXPECT_THAT(script_order("Latn", "zh-Hant"),
                ElementsAre("Latn", "Hant", "Zmth", "Zsym", "Zyyy"));
    EXPECT_THAT(script_order("Zyyy", "ja"), ElementsAre("Zyyy", "Jpan", "Zmth", "Zsym"));
}

}  // namespace
}  // namespace broadside::text
