#include <gtest/gtest.h>

#include "golden/edition.hpp"
#include "golden/picture_golden.hpp"

namespace broadside::testing {
namespace {

TEST(Pictures, ShowTheExcerpt) {
    EXPECT_TRUE(matches_picture(file_of(kExcerpt, "png", 144), "excerpt/page.png"));
}

TEST(Pictures, ShowEveryShippedSymbol) {
    EXPECT_TRUE(matches_picture(file_of(kSymbols, "png", 144), "symbols/strip.png"));
}

}  // namespace
}  // namespace broadside::testing
