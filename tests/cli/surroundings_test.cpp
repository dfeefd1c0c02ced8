#include "cli/surroundings.hpp"

#include <cstdlib>

#include <gmock/gmock.h>

#include "support/temporary_folder.hpp"

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ResourcesBeside, AreThoseOfTheSourceTree) {
    const testing::TemporaryFolder folder;
    folder.write("layouts/web.json", "");
    folder.write("fonts/manifest.json", "");
    folder.write("build/dev/broadside", "");
    EXPECT_THAT(resources_beside(folder / "build"), ElementsAre(folder.path()));
    EXPECT_THAT(resources_beside(folder / "build/dev"), ElementsAre(folder.path()));
}

TEST(ResourcesBeside, AreThoseInstalled) {
    const testing::TemporaryFolder folder;
    folder.write("share/broadside/layouts/web.json", "");
    folder.write("share/broadside/fonts/manifest.json", "");
    EXPECT_THAT(resources_beside(folder / "bin"), ElementsAre(folder / "share/broadside"));
}

TEST(ResourcesBeside, AreNoneElsewhere) {
    const testing::TemporaryFolder folder;
    folder.write("layouts/web.json", "");
    EXPECT_THAT(resources_beside(folder / "bin"), IsEmpty());
}

TEST(ReadSurroundings, KnowsTheUsersCache) {
    const auto cache_with = [](const char* named, const char* home) {
        ::setenv("XDG_CACHE_HOME", named, 1);
        ::setenv("HOME", home, 1);
        return read_surroundings().cache;
    };
    const std::string named = ::getenv("XDG_CACHE_HOME") ? ::getenv("XDG_CACHE_HOME") : "";
    const std::string home = ::getenv("HOME") ? ::getenv("HOME") : "";
    EXPECT_EQ(cache_with("/c", "/u"), "/c/broadside");
    EXPECT_EQ(cache_with("relative", "/u"), "/u/.cache/broadside");
    EXPECT_EQ(cache_with("", ""), "");
    cache_with(named.c_str(), home.c_str());
}

}  // namespace
}  // namespace broadside::cli
