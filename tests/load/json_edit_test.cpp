#include "broadside/load/syntax/json_edit.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(JsonString, EscapesWhatNobodyCanSee) {
    EXPECT_EQ(json_string("Côté\u00a0: \u200cا\u202f!"), R"("Côté\u00a0: \u200cا\u202f!")");
    EXPECT_EQ(json_string("\"a\\b\"\nc\t"), R"("\"a\\b\"\nc\u0009")");
    EXPECT_EQ(json_string("漢😀"), "\"漢😀\"");
}

}  // namespace
}  // namespace broadside::load
