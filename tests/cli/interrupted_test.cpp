#include <csignal>
#include <thread>

#include <fmt/format.h>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "broadside/byte_sink.hpp"
#include "broadside/load/load.hpp"
#include "cli/run.hpp"
#include "support/temporary_folder.hpp"

// A batch that is ended from outside leaves whole files, and nothing else.
namespace broadside::cli {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Far more work than is done before the signal comes: five languages in four layouts.
class Interrupted : public ::testing::Test {
protected:
    /// The status of a build that gets `signal` once it has written something.
    int status_after(int signal) const {
        const pid_t child = ::fork();
        if (child == 0) become_build();
        while (pages().empty() && ::waitpid(child, nullptr, WNOHANG) == 0)
            std::this_thread::yield();
        ::kill(child, signal);
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }

    std::vector<std::string> pages() const {
        std::vector<std::string> found;
        for (const std::string& name : folder.names()) {
            if (name != "manifest.json" && name != "log" && name != journal) found.push_back(name);
        }
        return found;
    }

    std::vector<std::string> broken_pages() const {
        std::vector<std::string> found;
        for (const std::string& name : pages()) {
            const std::string bytes = folder.read(name);
            const bool is_whole_pdf = name.ends_with(".pdf") && bytes.ends_with("%%EOF\n");
            const bool is_whole_png =
                name.ends_with(".png") && bytes.find("IEND") == bytes.size() - 8;
            if (!is_whole_pdf && !is_whole_png) found.push_back(name);
        }
        return found;
    }

    testing::TemporaryFolder folder;
    const std::string journal = journal_of("manifest.json");

private:
    [[noreturn]] void become_build() const {
        const std::string output = folder / "{lang}-{layout}.{ext}";
        static_cast<void>(std::freopen((folder / "log").c_str(), "w", stdout));
        static_cast<void>(std::freopen("/dev/null", "w", stderr));
        ::execl(BROADSIDE_BINARY_DIR "/broadside", "broadside", "build",
                BROADSIDE_SOURCE_DIR "/data/messengers", "-l", "flyer-a4,flyer-a5,web,poster-a3",
                "--lang", "fr,de,en,es,it", "-f", "png,pdf", "-j", "2", "-o", output.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
};

TEST_F(Interrupted, ByAKillLeavesWholeFilesOnly) {
    const int status = status_after(SIGKILL);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(pages().empty());
    EXPECT_THAT(broken_pages(), IsEmpty());
}

TEST_F(Interrupted, ByCtrlCKeepsAccountsOfWhatIsDone) {
    const int status = status_after(SIGINT);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 130);
    EXPECT_THAT(broken_pages(), IsEmpty());
    const std::string json = folder.read("manifest.json");
    const auto manifest = load::load_build_manifest({"manifest.json", json});
    ASSERT_TRUE(manifest);
    EXPECT_THAT(manifest->entries, SizeIs(pages().size()));
    EXPECT_THAT(folder.names(), Not(::testing::Contains(journal)));
    EXPECT_THAT(folder.read("log"), HasSubstr("stopped: "));
}

/// One thread makes a page in each of twenty languages, into a folder that other runs write to too.
class Killed : public ::testing::Test {
protected:
    pid_t start(const std::string& name, const std::string& languages = "all") const {
        const pid_t child = ::fork();
        if (child != 0) return child;
        const std::string output = folder / (name + "/{lang}.{ext}");
        static_cast<void>(std::freopen((folder / "log").c_str(), "w", stdout));
        ::execl(BROADSIDE_BINARY_DIR "/broadside", "broadside", "build",
                BROADSIDE_SOURCE_DIR "/data/messengers", "-l", "flyer-a4", "--lang",
                languages.c_str(), "-f", "svg", "-j", "1", "-o", output.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }

    /// Kills the process once there are so many pages; false when it ends before that.
    bool kill_at(std::size_t pages, const std::string& name, pid_t child) const {
        while (count(name) < pages) {
            if (::waitpid(child, nullptr, WNOHANG) != 0) return false;
            std::this_thread::yield();
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        return true;
    }

    std::size_t count(const std::string& name) const {
        std::size_t pages = 0;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(folder / name, ignored))
            pages += entry.path().extension() == ".svg" ? 1 : 0;
        return pages;
    }

    std::map<std::string, std::string> files(const std::string& name) const {
        std::map<std::string, std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder / name)) {
            const std::string file = entry.path().filename().string();
            found[file] = folder.read(name + "/" + file);
        }
        return found;
    }

    /// Editions that runs said they had made.
    std::size_t noted(const std::string& name) const {
        const std::string journal = folder.read(journal_of(name + "/manifest.json"));
        return static_cast<std::size_t>(std::count(journal.begin(), journal.end(), '\n'));
    }

    testing::TemporaryFolder folder;
};

TEST_F(Killed, AgainAndAgainMakesOnePageTwiceAtMostEachTime) {
    ASSERT_FALSE(kill_at(100, "whole", start("whole")));
    std::size_t kills = 0, pages = 0;
    while (kill_at(pages + kills + 1, "cut", start("cut"))) {
        ++kills;
        pages = count("cut");
        EXPECT_LE(noted("cut"), pages + kills) << "made again";
        EXPECT_GE(noted("cut") + 1, pages) << "lost";
    }
    EXPECT_GE(kills, 4U);
    // The last kill may have come between a page and its line.
    EXPECT_THAT(folder.read("log"), AnyOf(HasSubstr(fmt::format("{} unchanged", pages)),
                                          HasSubstr(fmt::format("{} unchanged", pages - 1))));
    EXPECT_EQ(files("cut"), files("whole"));
}

TEST_F(Killed, BesideAnotherRunLosesNothingOfEither) {
    start("both", "de,en,es,it");
    ASSERT_TRUE(kill_at(3, "both", start("both", "fr,ar,ja,zh-Hant,he,hi")));
    while (::wait(nullptr) > 0) {
    }
    const std::size_t pages = count("both");
    const auto manifest = load::load_build_manifest({"m", folder.read("both/manifest.json")});
    ASSERT_TRUE(manifest);
    // The other run may have updated the manifest before this one was killed.
    EXPECT_GE(manifest->entries.size() + noted("both") + 1, pages);
    ASSERT_FALSE(kill_at(100, "both", start("both", "de,en,es,it,fr,ar,ja,zh-Hant,he,hi")));
    EXPECT_THAT(folder.read("log"), AnyOf(HasSubstr(fmt::format("{} unchanged", pages)),
                                          HasSubstr(fmt::format("{} unchanged", pages - 1))));
}

TEST(StopAtSignals, IsSetByTheFirstSignalOnly) {
    const std::atomic<bool>& stop = stop_at_signals();
    EXPECT_FALSE(stop);
    std::raise(SIGTERM);
    EXPECT_TRUE(stop);
    EXPECT_EXIT(std::raise(SIGTERM), ::testing::KilledBySignal(SIGTERM), "");
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace
}  // namespace broadside::cli
