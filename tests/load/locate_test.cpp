#include <gtest/gtest.h>

#include "broadside/load/load.hpp"

namespace broadside::load {
namespace {

constexpr std::string_view kJson = "{\n  \"a\": [1,\n    {\"b/c\": true}]\n}";

Diagnostic located(std::string pointer, std::string_view json) {
    Diagnostic diagnostic;
    diagnostic.pointer = std::move(pointer);
    locate(diagnostic, json);
    return diagnostic;
}

TEST(Locate, FindsTheValueOfAPointer) {
    EXPECT_EQ(located("/a/1/b~1c", kJson).line, 3u);
    EXPECT_EQ(located("/a/1/b~1c", kJson).column, 13u);
}

TEST(Locate, FallsBackToTheNearestAncestor) {
    EXPECT_EQ(located("/a/7/x", kJson).line, 2u);
    EXPECT_EQ(located("/a/7/x", kJson).column, 8u);
    EXPECT_EQ(located("/z", kJson).line, 1u);
}

TEST(Locate, PassesOverAByteOrderMark) { EXPECT_EQ(located("", "\xEF\xBB\xBF {}").column, 2u); }

TEST(Locate, LeavesUnreadableTextsAlone) { EXPECT_EQ(located("/a", "{").line, 0u); }

TEST(Locate, FindsMembersOfLargeObjects) {
    std::string json = "{";
    for (int i = 0; i < 1000; ++i) json += "\"k" + std::to_string(i) + "\": 0,\n";
    EXPECT_EQ(located("/k700", json + "\"z\": 1}").line, 701u);
}

}  // namespace
}  // namespace broadside::load
