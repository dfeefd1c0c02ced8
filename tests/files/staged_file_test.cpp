#include "broadside/files/staged_file.hpp"

#include <gmock/gmock.h>

#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

enum class Kind { Nameless, Named };

class Staged : public ::testing::TestWithParam<Kind> {
protected:
    std::error_code write(StagedFile& file, const char* bytes, const char* name = "passing") const {
        return GetParam() == Kind::Named ? file.write_as(folder / name, bytes)
                                         : file.write_nameless(bytes);
    }

    testing::TemporaryFolder folder;
};

TEST_P(Staged, ReplacesAFile) {
    folder.write("a.pdf", "old");
    StagedFile file(folder / "a.pdf");
    EXPECT_FALSE(write(file, "new"));
    EXPECT_EQ(folder.read("a.pdf"), "old");
    EXPECT_FALSE(file.publish());
    EXPECT_EQ(folder.read("a.pdf"), "new");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST_P(Staged, LetsTwoWritersOfOneFileBothSucceed) {
    StagedFile first(folder / "a.pdf"), second(folder / "a.pdf");
    EXPECT_FALSE(write(first, "first"));
    EXPECT_FALSE(write(second, "second", "other"));
    EXPECT_FALSE(first.publish());
    EXPECT_FALSE(second.publish());
    EXPECT_EQ(folder.read("a.pdf"), "second");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

INSTANTIATE_TEST_SUITE_P(Kinds, Staged, ::testing::Values(Kind::Nameless, Kind::Named));

TEST(StagedFile, TakesOverTheNameThatAKilledRunLeft) {
    const testing::TemporaryFolder folder;
    folder.write("a.pdf", "old");
    folder.write(passing_name("a.pdf").string(), "old");
    StagedFile file(folder / "a.pdf");
    EXPECT_FALSE(file.write_nameless("new"));
    EXPECT_FALSE(file.publish());
    EXPECT_EQ(folder.read("a.pdf"), "new");
    EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

TEST(StagedFile, HasNoNameOnTheWay) {
    const testing::TemporaryFolder folder;
    StagedFile file(folder / "a.pdf");
    EXPECT_FALSE(file.write_nameless("new"));
    EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace broadside
