#include "broadside/load/syntax/pointer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(ChildPointer, EscapesTildeAndSlash) {
    EXPECT_EQ(child_pointer("/a", "b/c~d"), "/a/b~1c~0d");
    EXPECT_EQ(child_pointer("", 3), "/3");
}

TEST(PointerKeys, UndoesChildPointer) {
    EXPECT_THAT(pointer_keys("/a/b~1c~0d/0"), testing::ElementsAre("a", "b/c~d", "0"));
    EXPECT_THAT(pointer_keys("/~01"), testing::ElementsAre("~1"));
    EXPECT_THAT(pointer_keys(""), testing::IsEmpty());
    EXPECT_THAT(pointer_keys("/"), testing::ElementsAre(""));
}

}  // namespace
}  // namespace broadside::load
