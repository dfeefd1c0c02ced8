#include "broadside/job/staged_file.hpp"

#include <gmock/gmock.h>

#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Staged : public ::testing::TestWithParam<StagedFile::Kind> {
protected:
    testing::TemporaryFolder folder;
};

TEST_P(Staged, BecomesANewFile) {
    StagedFile file("new", folder / "a.pdf");
    EXPECT_FALSE(file.write(GetParam()));
    EXPECT_NE(folder.read("a.pdf"), "new");
    EXPECT_FALSE(file.publish());
    EXPECT_EQ(folder.read("a.pdf"), "new");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST_P(Staged, ReplacesAFile) {
    folder.write("a.pdf", "old");
    StagedFile file("new", folder / "a.pdf");
    EXPECT_FALSE(file.write(GetParam()));
    EXPECT_EQ(folder.read("a.pdf"), "old");
    EXPECT_FALSE(file.publish());
    EXPECT_EQ(folder.read("a.pdf"), "new");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST_P(Staged, LeavesNothingWhenItIsNotPublished) {
    { EXPECT_FALSE(StagedFile("new", folder / "a.pdf").write(GetParam())); }
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST_P(Staged, LetsTwoWritersOfOneFileBothSucceed) {
    StagedFile first("first", folder / "a.pdf"), second("second", folder / "a.pdf");
    EXPECT_FALSE(first.write(GetParam()));
    EXPECT_FALSE(second.write(GetParam()));
    EXPECT_FALSE(first.publish());
    EXPECT_FALSE(second.publish());
    EXPECT_EQ(folder.read("a.pdf"), "second");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST_P(Staged, SaysThatThereIsNoFolder) {
    StagedFile file("new", folder / "none/a.pdf");
    EXPECT_EQ(file.write(GetParam()), std::errc::no_such_file_or_directory);
}

INSTANTIATE_TEST_SUITE_P(Kinds, Staged,
                         ::testing::Values(StagedFile::Kind::Nameless, StagedFile::Kind::Named));

TEST(StagedFile, TakesOverTheNameThatAKilledRunLeft) {
    const testing::TemporaryFolder folder;
    folder.write("a.pdf", "old");
    folder.write(".a.pdf.broadside", "old");
    StagedFile file("new", folder / "a.pdf");
    EXPECT_FALSE(file.write(StagedFile::Kind::Nameless));
    EXPECT_FALSE(file.publish());
    EXPECT_EQ(folder.read("a.pdf"), "new");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST(StagedFile, HasNoNameOnTheWay) {
    const testing::TemporaryFolder folder;
    StagedFile file("new", folder / "a.pdf");
    EXPECT_FALSE(file.write(StagedFile::Kind::Nameless));
    EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace broadside
