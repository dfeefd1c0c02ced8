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

}  // namespace
}  // namespace broadside
