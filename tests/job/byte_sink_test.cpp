#include "broadside/byte_sink.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <csignal>

#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(DiskByteSink, WritesFilesAndTheirFolders) {
    const testing::TemporaryFolder folder;
    EXPECT_THAT(DiskByteSink().write({{folder / "a/b/c.pdf", "new"}, {folder / "d.svg", "other"}}),
                IsEmpty());
    EXPECT_THAT(folder.names(), ElementsAre("a", "a/b", "a/b/c.pdf", "d.svg"));
    EXPECT_EQ(folder.read("a/b/c.pdf"), "new");
}

TEST(DiskByteSink, GoesThroughFoldersThatItMakes) {
    const testing::TemporaryFolder folder;
    EXPECT_THAT(DiskByteSink().write({{folder / "new/../other/a.pdf", "new"}}), IsEmpty());
    EXPECT_EQ(folder.read("other/a.pdf"), "new");
}

TEST(DiskByteSink, FollowsTheUmask) {
    const testing::TemporaryFolder folder;
    const auto old_mask = ::umask(022);
    DiskByteSink().write({{folder / "a.pdf", "new"}});
    ::umask(old_mask);
    struct stat status {};
    ASSERT_EQ(::stat((folder / "a.pdf").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0644U);
}

TEST(DiskByteSink, LeavesNothingBehindWhenOneFileFails) {
    const testing::TemporaryFolder folder;
    folder.write("old.pdf", "old");
    folder.write("file", "");
    const auto errors = DiskByteSink().write(
        {{folder / "old.pdf", "new"}, {folder / "x/y.pdf", "new"}, {folder / "file/z.pdf", "new"}});
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(to_string(errors[0]),
              (folder / "file/z.pdf") + ": error: cannot be written: Not a directory");
    EXPECT_THAT(folder.names(), ElementsAre("file", "old.pdf"));
    EXPECT_EQ(folder.read("old.pdf"), "old");
}

TEST(DiskByteSink, NeverReplacesAFolder) {
    const testing::TemporaryFolder folder;
    folder.write("a.pdf/keep", "");
    const auto errors = DiskByteSink().write({{folder / "a.pdf", "new"}});
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(errors[0].message, "cannot be written: Is a directory");
}

TEST(DiskByteSink, WritesThroughASymbolicLink) {
    const testing::TemporaryFolder folder;
    folder.write("real.pdf", "old");
    std::filesystem::create_symlink("real.pdf", folder / "link.pdf");
    EXPECT_THAT(DiskByteSink().write({{folder / "link.pdf", "new"}}), IsEmpty());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.pdf"));
    EXPECT_EQ(folder.read("real.pdf"), "new");
}

TEST(DiskByteSink, ReportsAFullDisk) {
    const auto errors = DiskByteSink().write({{"/dev/full", "new"}});
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(to_string(errors[0]), "/dev/full: error: cannot be written: No space left on device");
}

// A file size limit stands for a disk that fills up in the middle of a file.
TEST(DiskByteSink, RemovesHalfAFile) {
    const testing::TemporaryFolder folder;
    struct rlimit old {};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 10, old.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto errors = DiskByteSink().write({{folder / "new/a.pdf", "more than ten bytes"}});
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, old_handler);
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(errors[0].message, "cannot be written: File too large");
    EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace broadside
