#include "broadside/base/json_text.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(JsonText, EscapesWhatJsonForbids) {
    EXPECT_EQ(json_text("a \"b\" \\ \n é"), R"("a \"b\" \\ \u000a é")");
    EXPECT_EQ(json_text(""), "\"\"");
}

TEST(JsonText, EscapesWhatATerminalWouldObey) {
    EXPECT_EQ(json_text("\x1b \x7f \u009b \u00a0"), "\"\\u001b \\u007f \\u009b \u00a0\"");
}

TEST(JsonText, IsUtf8WhateverItIsMadeFrom) {
    EXPECT_EQ(json_text("caf\xE9.json"), "\"caf\uFFFD.json\"");
    EXPECT_EQ(json_text("\xF0\x9F\x98\x80 \xED\xA0\x80 \xC3"),
              "\"\U0001F600 \uFFFD\uFFFD\uFFFD \uFFFD\"");
}

}  // namespace
}  // namespace broadside
