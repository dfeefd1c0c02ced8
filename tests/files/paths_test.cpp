#include "broadside/files/paths.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Joined, PutsOneSlashBetween) {
    EXPECT_EQ(joined("data", "dataset.json"), "data/dataset.json");
    EXPECT_EQ(joined("data//", "dataset.json"), "data/dataset.json");
    EXPECT_EQ(joined("/", "fonts"), "/fonts");
}

TEST(Joined, LeavesAbsoluteNamesAndTheCurrentFolderAlone) {
    EXPECT_EQ(joined("fonts", "/usr/font.ttf"), "/usr/font.ttf");
    EXPECT_EQ(joined(".", "layouts"), "layouts");
}

TEST(FolderOf, IsTheCurrentFolderForABareName) {
    EXPECT_EQ(folder_of("dataset.json"), ".");
    EXPECT_EQ(folder_of("data/dataset.json"), "data");
    EXPECT_EQ(folder_of("/dataset.json"), "/");
}

TEST(StemOf, IsTheLastPartWithoutJson) {
    EXPECT_EQ(stem_of("data/messengers.json"), "messengers");
    EXPECT_EQ(stem_of("data/messengers/"), "messengers");
    EXPECT_EQ(stem_of("prices.v2"), "prices.v2");
}

}  // namespace
}  // namespace broadside
