#include "broadside/base/printable.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Printable, LeavesTextsOfAnyScriptAlone) {
    const std::string text =
        "Größe ≠ 4 “de” هزینه‌ها हिन्दी 日本語 👩‍🚀 \\u001b";
    EXPECT_EQ(printable(text), text);
}

TEST(Printable, ShowsWhatATerminalWouldObey) {
    EXPECT_EQ(printable("a\x1b[2J\x07\r\n\x7f"), R"(a\u001b[2J\u0007\u000d\u000a\u007f)");
    EXPECT_EQ(printable("\u009b31m"), R"(\u009b31m)");
    EXPECT_EQ(printable(std::string_view("\0", 1)), R"(\u0000)");
}

TEST(Printable, ShowsWhatMakesReadersSeeAnotherText) {
    EXPECT_EQ(printable("bank\u202emoc.live\u2066\u2069\u200f\u2028\ufeff\U000e0041"),
              R"(bank\u202emoc.live\u2066\u2069\u200f\u2028\ufeff\U000e0041)");
}

TEST(Printable, ShowsBytesThatAreNoUtf8) {
    EXPECT_EQ(printable("caf\xe9.json \xc3\xa9 \xed\xa0\x80"), "caf\\xe9.json é \\xed\\xa0\\x80");
}

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
