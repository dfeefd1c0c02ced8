#include "broadside/byte_sink.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "broadside/files/staged_file.hpp"

#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

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

TEST(DiskByteSink, KeepsThePermissionsOfWhatItReplaces) {
    const testing::TemporaryFolder folder;
    for (const auto& [name, mode] : {std::pair{"secret.pdf", 0600}, std::pair{"open.pdf", 0666}}) {
        folder.write(name, "old");
        ::chmod((folder / name).c_str(), static_cast<mode_t>(mode));
        if (::geteuid() == 0) {
            ASSERT_EQ(::chown((folder / name).c_str(), 12345, 23456), 0);
        }
        EXPECT_THAT(DiskByteSink().write({{folder / name, "new"}}), IsEmpty());
        struct stat status {};
        ASSERT_EQ(::stat((folder / name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, static_cast<mode_t>(mode));
        if (::geteuid() == 0) {
            EXPECT_EQ(status.st_uid, 12345U);
            EXPECT_EQ(status.st_gid, 23456U);
        }
    }
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

TEST(DiskByteSink, WritesThroughLinksToWhatIsNotThere) {
    const testing::TemporaryFolder folder;
    folder.write("real/keep", "");
    std::filesystem::create_symlink("real/a.pdf", folder / "link.pdf");
    std::filesystem::create_symlink("link.pdf", folder / "link2.pdf");
    std::filesystem::create_symlink("new", folder / "out");
    EXPECT_THAT(DiskByteSink().write({{folder / "link2.pdf", "a"}, {folder / "out/b.pdf", "b"}}),
                IsEmpty());
    EXPECT_EQ(folder.read("real/a.pdf"), "a");
    EXPECT_EQ(folder.read("new/b.pdf"), "b");
    for (const char* link : {"link.pdf", "link2.pdf", "out"})
        EXPECT_TRUE(std::filesystem::is_symlink(folder / link)) << link;
}

/// Each sink takes the other for another process.
TEST(DiskByteSink, MakesAFolderAgainThatAnotherRunRemoves) {
    const testing::TemporaryFolder folder;
    folder.write("file", "");
    std::atomic<bool> is_done = false;
    std::thread other([&] {
        while (!is_done) {
            DiskByteSink().write({{folder / "a/b/x.pdf", "x"}, {folder / "file/y.pdf", "y"}});
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    });
    for (int round = 0; round < 50; ++round) {
        const auto errors = DiskByteSink().write({{folder / "a/b/z.pdf", "z"}});
        EXPECT_THAT(errors, IsEmpty()) << to_string(errors.front());
        const auto update = [] { return std::string("z"); };
        EXPECT_THAT(DiskByteSink().update(folder / "a/b/c/z.json", update), IsEmpty());
        std::error_code ignored;
        std::filesystem::remove_all(folder / "a", ignored);
    }
    is_done = true;
    other.join();
}

TEST(DiskByteSink, WaitsForWhoReadsAPipeUntilItIsStopped) {
    const testing::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    std::atomic<bool> stop = false;
    DiskByteSink sink(&stop);
    std::string read;
    std::thread reader([&] { read = folder.read("pipe"); });
    EXPECT_THAT(sink.write({{folder / "pipe", "new"}}), IsEmpty());
    reader.join();
    EXPECT_EQ(read, "new");
    std::thread other([&] { stop = true; });
    const auto errors = sink.write({{folder / "pipe", "new"}});
    other.join();
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(errors.front().message, "cannot be written: Operation canceled");
}

TEST(DiskByteSink, RefusesLinksThatLeadInACircle) {
    const testing::TemporaryFolder folder;
    std::filesystem::create_symlink("b.pdf", folder / "a.pdf");
    std::filesystem::create_symlink("a.pdf", folder / "b.pdf");
    const auto errors = DiskByteSink().write({{folder / "a.pdf", "new"}});
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(errors[0].message, "cannot be written: Too many levels of symbolic links");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "a.pdf"));
}

TEST(DiskByteSink, ReplacesAFileWithTheLongestName) {
    const testing::TemporaryFolder folder;
    const std::string name(255, 'n');
    for (const char* bytes : {"old", "new"})
        EXPECT_THAT(DiskByteSink().write({{folder / name, bytes}}), IsEmpty());
    EXPECT_EQ(folder.read(name), "new");
}

/// More files than are held open, so that they have names on their way.
std::vector<OutputFile> many_files(const testing::TemporaryFolder& folder) {
    std::vector<OutputFile> files;
    for (int i = 0; i < 600; ++i) files.push_back({folder / ("a-" + std::to_string(i)), "new"});
    return files;
}

TEST(DiskByteSink, WritesMoreFilesThanItMayHoldOpen) {
    const testing::TemporaryFolder folder;
    EXPECT_THAT(DiskByteSink().write(many_files(folder)), IsEmpty());
    EXPECT_THAT(DiskByteSink().write(many_files(folder)), IsEmpty());
    EXPECT_THAT(folder.names(), SizeIs(600));
}

TEST(DiskByteSink, RemovesWhatAKilledProcessLeft) {
    const testing::TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        // Stops in the middle of its files, as if it were killed there.
        ::signal(SIGXFSZ, SIG_DFL);
        auto files = many_files(folder);
        files.back().bytes = std::string(100, ' ');
        const struct rlimit small { 10, 10 };
        ::setrlimit(RLIMIT_FSIZE, &small);
        DiskByteSink().write(files);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    ASSERT_THAT(folder.names(), AllOf(SizeIs(Gt(2)), Each(StartsWith(".broadside-passing-"))));
    EXPECT_THAT(DiskByteSink().write({{folder / "b.pdf", "new"}}), IsEmpty());
    EXPECT_THAT(folder.names(), ElementsAre("b.pdf"));
}

TEST(DiskByteSink, LeavesAloneWhatALivingProcessHasOnTheWay) {
    const testing::TemporaryFolder folder;
    PassingFolder other;
    ASSERT_FALSE(other.make(folder.path()));
    const std::string name = other.next_name();
    std::ofstream(name) << "on the way";
    folder.write(".broadside-passing-mine", "of the user");
    EXPECT_THAT(DiskByteSink().write({{folder / "b.pdf", "new"}}), IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(name));
    EXPECT_EQ(folder.read(".broadside-passing-mine"), "of the user");
}

TEST(DiskByteSink, LetsOneUpdateAtATimeLookAndWrite) {
    const testing::TemporaryFolder folder;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&folder] {
            DiskByteSink sink;
            for (int i = 0; i < 20; ++i)
                sink.update(folder / "count", [&] { return folder.read("count") + "x"; });
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(folder.read("count"), std::string(80, 'x'));
    EXPECT_THAT(folder.names(), ElementsAre("count"));
}

TEST(DiskByteSink, TakesFilesOneAfterAnother) {
    const testing::TemporaryFolder folder;
    DiskByteSink sink;
    {
        const auto forgotten = sink.begin();
        EXPECT_THAT(forgotten->add({folder / "new/a.pdf", "a"}), IsEmpty());
    }
    EXPECT_THAT(folder.names(), IsEmpty());
    const auto delivery = sink.begin();
    for (const char* name : {"a.pdf", "b.pdf"})
        EXPECT_THAT(delivery->add({folder / name, name}), IsEmpty());
    EXPECT_THAT(folder.names(), IsEmpty()) << "nobody sees one before all are there";
    EXPECT_THAT(delivery->publish(), IsEmpty());
    EXPECT_EQ(folder.read("a.pdf") + folder.read("b.pdf"), "a.pdfb.pdf");
}

TEST(DiskByteSink, KnowsWhetherAFileIsStillThere) {
    const testing::TemporaryFolder folder;
    DiskByteSink sink;
    sink.write({{folder / "a/b.pdf", "new"}});
    EXPECT_TRUE(sink.holds(folder / "a/b.pdf"));
    std::filesystem::remove_all(folder / "a");
    EXPECT_FALSE(sink.holds(folder / "a/b.pdf"));
}

TEST(DiskByteSink, KeepsNotesUntilTheirFileIsUpdated) {
    const testing::TemporaryFolder folder;
    const std::string file = folder / "new/m.json", journal = journal_of(file);
    EXPECT_EQ(std::filesystem::path(journal).parent_path(), folder / "new");
    DiskByteSink().note(file, "a");
    DiskByteSink().note(file, "b");
    EXPECT_EQ(folder.read("new/" + std::filesystem::path(journal).filename().string()), "\na\nb");
    const auto fail = [] { return std::optional<std::string>("x"); };
    std::filesystem::create_directory(file);
    EXPECT_THAT(DiskByteSink().update(file, fail), SizeIs(1));
    EXPECT_TRUE(std::filesystem::exists(journal)) << "not before the file has what it says";
    std::filesystem::remove(file);
    EXPECT_THAT(DiskByteSink().update(file, [] { return std::nullopt; }), IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(journal));
}

TEST(DiskByteSink, LosesNoNoteThatComesDuringAnUpdate) {
    const testing::TemporaryFolder folder;
    const std::string file = folder / "m.json";
    constexpr int kNotes = 300;
    std::thread other([&file] {
        DiskByteSink sink;
        for (int i = 0; i < kNotes; ++i) sink.note(file, std::to_string(i));
    });
    // What comes while there is no journal yet may be seen again in the next update.
    std::set<std::string> noted;
    const auto take = [&]() -> std::optional<std::string> {
        std::istringstream lines(folder.read(std::filesystem::path(journal_of(file)).filename()));
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) noted.insert(line);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return std::to_string(noted.size());
    };
    for (int i = 0; i < 20; ++i) EXPECT_THAT(DiskByteSink().update(file, take), IsEmpty());
    other.join();
    EXPECT_THAT(DiskByteSink().update(file, take), IsEmpty());
    EXPECT_EQ(noted.size(), std::size_t{kNotes});
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
