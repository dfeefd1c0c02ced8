#include "broadside/file_store.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "broadside/files/remembering_stores.hpp"
#include "support/memory_files.hpp"
#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

using ::testing::SizeIs;

TEST(DiskFileStore, ReadsWholeFiles) {
    const testing::TemporaryFolder folder;
    folder.write("a.json", std::string("{\0}\n", 4));
    EXPECT_EQ(*DiskFileStore().read(folder / "a.json"), std::string("{\0}\n", 4));
}

TEST(DiskFileStore, SaysWhyAFileCannotBeRead) {
    const testing::TemporaryFolder folder;
    const auto missing = DiskFileStore().read(folder / "a.json");
    EXPECT_EQ(to_string(missing.diagnostics().front()),
              (folder / "a.json") + ": error: cannot be read: No such file or directory");
    EXPECT_EQ(DiskFileStore().read(folder / "").diagnostics().front().message,
              "cannot be read: Is a directory");
}

TEST(DiskFileStore, StopsReadingAtTheLimit) {
    const auto endless = DiskFileStore().read("/dev/zero");
    EXPECT_EQ(endless.diagnostics().front().message, "cannot be read: larger than 64 MiB");
}

TEST(DiskFileStore, TellsFilesFromFolders) {
    const testing::TemporaryFolder folder;
    folder.write("layouts/b.json", "");
    DiskFileStore files;
    EXPECT_TRUE(files.is_file(folder / "layouts/b.json"));
    EXPECT_FALSE(files.is_file(folder / "layouts"));
    EXPECT_TRUE(files.is_folder(folder / "layouts"));
    EXPECT_FALSE(files.is_folder(folder / "none"));
}

TEST(DiskFileStore, TellsStreamsFromFiles) {
    const testing::TemporaryFolder folder;
    folder.write("a.json", "");
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    DiskFileStore files;
    for (const std::string& stream : {folder / "pipe", std::string("/dev/zero"), std::string("-")})
        EXPECT_TRUE(files.is_stream(stream)) << stream;
    for (const char* other : {"a.json", "", "none"})
        EXPECT_FALSE(files.is_stream(folder / other)) << other;
}

TEST(ReadFound, WaitsForNoPipe) {
    const testing::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    DiskFileStore files;
    EXPECT_EQ(read_found(folder / "pipe", files).diagnostics().front().message,
              "cannot be read: expected a file, got a pipe or a device");
    folder.write("a.json", "{}");
    EXPECT_EQ(*read_found(folder / "a.json", files), "{}");
}

TEST(DiskFileStore, ListsInOrder) {
    const testing::TemporaryFolder folder;
    folder.write("b.json", "");
    folder.write("a.json", "");
    EXPECT_THAT(*DiskFileStore().list(folder / ""), ::testing::ElementsAre("a.json", "b.json"));
    EXPECT_THAT(*DiskFileStore().list(folder / "none"), ::testing::IsEmpty());
    EXPECT_THAT(*DiskFileStore().list(folder / "a.json/none"), ::testing::IsEmpty());
}

// A link that leads to itself stands for a folder that the user may not open: root may open any.
TEST(DiskFileStore, SaysThatWhatIsThereCannotBeLookedAt) {
    const testing::TemporaryFolder folder;
    std::filesystem::create_symlink("locales", folder / "locales");
    DiskFileStore files;
    EXPECT_EQ(files.list(folder / "locales").diagnostics().front().message,
              "cannot be read: Too many levels of symbolic links");
    EXPECT_TRUE(files.is_file(folder / "locales/de.json"));
    EXPECT_FALSE(files.is_stream(folder / "locales/de.json"));
    EXPECT_FALSE(files.is_file(folder / std::string(300, 'a')));
    folder.write("layouts", "");
    EXPECT_FALSE(files.list(folder / "layouts").ok());
}

TEST(DiskFileStore, HandsOverFilesOfAnySizeInPieces) {
    const testing::TemporaryFolder folder;
    folder.write("large", "");
    std::filesystem::resize_file(folder / "large", (std::uintmax_t{64} << 20) + 1);
    std::uintmax_t size = 0;
    const auto count = [&size](std::string_view piece) {
        size += piece.size();
        return More::Yes;
    };
    EXPECT_THAT(DiskFileStore().read_pieces(folder / "large", count), ::testing::IsEmpty());
    EXPECT_EQ(size, (std::uintmax_t{64} << 20) + 1);
    size = 0;
    DiskFileStore().read_pieces("/dev/zero", [&count](std::string_view piece) {
        count(piece);
        return More::No;
    });
    EXPECT_LT(size, 1U << 20);
    EXPECT_THAT(DiskFileStore().read_pieces(folder / "none", count), ::testing::SizeIs(1));
}

TEST(ReadLog, RemembersWhatWasRead) {
    testing::MemoryFileStore files;
    files.files = {{"a/b.json", "{}"}};
    ReadLog log(files);
    EXPECT_EQ(*log.read("a/b.json"), "{}");
    EXPECT_FALSE(log.read("a/c.json"));
    ASSERT_THAT(log.read_files(), SizeIs(1));
    EXPECT_EQ(log.read_files()[0].path, "a/b.json");
    EXPECT_EQ(log.read_files()[0].content, digest_of("{}"));
}

}  // namespace
}  // namespace broadside
