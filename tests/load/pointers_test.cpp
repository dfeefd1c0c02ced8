#include "broadside/load/syntax/pointers.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

/// Of what begins with the first `mark`.
std::string pointer_in(const std::string& json, std::string_view mark) {
    const auto offset = static_cast<std::uint32_t>(json.find(mark));
    return Pointers(json, {offset}).at(offset);
}

TEST(Pointers, NameKeysAndCountItems) {
    const std::string json = "// c\n{\"a\": [1, {\"b\": \"x\"} /* , */, null], \"z\": {}}";
    EXPECT_EQ(pointer_in(json, "{\"a"), "");
    EXPECT_EQ(pointer_in(json, "1"), "/a/0");
    EXPECT_EQ(pointer_in(json, "\"x"), "/a/1/b");
    EXPECT_EQ(pointer_in(json, "null"), "/a/2");
    EXPECT_EQ(pointer_in(json, "{}"), "/z");
}

TEST(Pointers, AreTheSameOfAKeyAndItsValue) {
    EXPECT_EQ(pointer_in("{\"a\": 1, \"b\": 2}", "\"b"), "/b");
    EXPECT_EQ(pointer_in("{\"a\": 1, \"b\": 2}", "2"), "/b");
}

TEST(Pointers, EscapeTildeAndSlash) {
    EXPECT_EQ(pointer_in(R"({"b/c~d \u0041\"": 1})", "\"b"), "/b~1c~0d A\"");
    EXPECT_EQ(pointer_in(R"({"": 1})", "1"), "/");
}

TEST(Pointers, NeedNoJsonPastTheLastPlace) { EXPECT_EQ(pointer_in("[[0, 1 ] ! }}", "1"), "/0/1"); }

TEST(Pointers, AreEmptyWhereNothingBegins) {
    const Pointers pointers("[10, 20]", {6, 2, 5});
    EXPECT_EQ(pointers.at(2), "");
    EXPECT_EQ(pointers.at(5), "/1");
    EXPECT_EQ(pointers.at(6), "");
}

}  // namespace
}  // namespace broadside::load
