#include "cli/surroundings.hpp"

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

}  // namespace
}  // namespace broadside::cli
