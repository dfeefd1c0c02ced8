#include "broadside/base/phrases.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Excerpt, CutsBetweenCharacters) {
    EXPECT_EQ(excerpt("caf\xC3\xA9s", 4), "caf…");
    EXPECT_EQ(excerpt("cafe", 4), "cafe");
    EXPECT_EQ(excerpt("\xC3\xA9t\xC3\xA9", 1), "…");
}

TEST(Excerpt, CutsAtTheEndOfAWordThatIsNear) {
    EXPECT_EQ(excerpt("structure du réseau", 15), "structure du…");
    EXPECT_EQ(excerpt("structure du réseau", 12), "structure du…");
    EXPECT_EQ(excerpt("a structure", 8), "a struct…");
}

}  // namespace
}  // namespace broadside
