#include "broadside/version.hpp"

#include <gmock/gmock.h>

namespace broadside {
namespace {

TEST(VersionText, NamesTheProgramAndItsLibraries) {
    EXPECT_THAT(version_text(),
                ::testing::MatchesRegex("broadside [0-9.]+\ncairo [0-9.]+\npango [0-9.]+\n"
                                        "harfbuzz [0-9.]+\nlibpng [0-9.]+"));
}

}  // namespace
}  // namespace broadside
