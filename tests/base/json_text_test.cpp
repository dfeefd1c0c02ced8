#include "broadside/base/json_text.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(JsonText, EscapesWhatJsonForbids) {
    EXPECT_EQ(json_text("a \"b\" \\ \n é"), R"("a \"b\" \\ \u000a é")");
    EXPECT_EQ(json_text(""), "\"\"");
}

}  // namespace
}  // namespace broadside
