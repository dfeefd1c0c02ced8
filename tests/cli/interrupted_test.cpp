#include <csignal>
#include <thread>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "broadside/load/load.hpp"
#include "cli/run.hpp"
#include "support/temporary_folder.hpp"

// A batch that is ended from outside leaves whole files, and nothing else.
namespace broadside::cli {
namespace {

using ::testing::IsEmpty;
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
            if (name != "manifest.json" && name != "log") found.push_back(name);
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
    EXPECT_THAT(folder.read("log"), ::testing::HasSubstr("stopped: "));
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
