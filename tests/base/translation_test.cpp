#include "broadside/base/translation.hpp"

#include <gmock/gmock.h>

namespace broadside {
namespace {

TEST(TextHash, IsThatOfThePublishedTestVectors) {
    // draft-eastlake-fnv, appendix C, and the test suite of its authors.
    EXPECT_EQ(text_hash(""), "811c9dc5");
    EXPECT_EQ(text_hash("a"), "e40c292c");
    EXPECT_EQ(text_hash("foobar"), "bf9cf968");
}

TEST(TextHash, KeepsItsLeadingZeros) {
    EXPECT_EQ(text_hash("**décentralisé** (fédéral)"), "057263d0");
}

}  // namespace
}  // namespace broadside
