#include "broadside/text/script_order.hpp"

#include <gmock/gmock.h>

namespace broadside::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> first_codes(std::size_t count, std::string_view script,
                                     std::string_view language) {
    std::vector<std::string> order = script_order(script, language);
    order.resize(std::min(count, order.size()));
    return order;
}

TEST(ScriptOrder, AsksForTheScriptThenForSymbols) {
    EXPECT_THAT(script_order("Arab", "ar"), ElementsAre("Arab", "Zmth", "Zsym", "Zyyy"));
    EXPECT_THAT(script_order("Zyyy", "und"), ElementsAre("Zyyy", "Zmth", "Zsym"));
}

TEST(ScriptOrder, DrawsHanAsTheLanguageDoes) {
    EXPECT_EQ(script_order("Hani", "ja").front(), "Jpan");
    EXPECT_EQ(script_order("Hani", "ko-KR").front(), "Kore");
    EXPECT_EQ(script_order("Hani", "zh").front(), "Hans");
    EXPECT_EQ(script_order("Hani", "zh-TW").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "zh-Hant").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "ja-Latn").front(), "Jpan");
    EXPECT_EQ(script_order("Hani", "yue").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "de").front(), "Hans");
}

TEST(ScriptOrder, FindsKanaAndHangulInTheFamiliesOfTheirLanguages) {
    EXPECT_THAT(first_codes(2, "Hira", "ja"), ElementsAre("Hira", "Jpan"));
    EXPECT_THAT(first_codes(2, "Hang", "ko"), ElementsAre("Hang", "Kore"));
}

TEST(ScriptOrder, LetsTextsOfEastAsiaTakeAnyCharacterFromTheirOwnFace) {
    EXPECT_THAT(first_codes(2, "Latn", "zh-Hant"), ElementsAre("Latn", "Hant"));
    EXPECT_THAT(first_codes(2, "Zyyy", "ja"), ElementsAre("Zyyy", "Jpan"));
}

TEST(ScriptOrder, EndsWithTheScriptsOfTheLanguage) {
    EXPECT_EQ(script_order("Latn", "ar").back(), "Arab");
    EXPECT_EQ(script_order("Latn", "hi").back(), "Deva");
    EXPECT_EQ(script_order("Latn", "fa-AF").back(), "Arab");
    EXPECT_EQ(script_order("Latn", "und").back(), "Zyyy");
}

}  // namespace
}  // namespace broadside::text
