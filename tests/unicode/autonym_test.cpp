#include "broadside/unicode/autonym.hpp"

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

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

}  // namespace
}  // namespace broadside::unicode
