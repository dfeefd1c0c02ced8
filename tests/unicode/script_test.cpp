#include "broadside/unicode/script.hpp"

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

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
