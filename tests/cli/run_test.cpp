#include "cli/run.hpp"

#include <csignal>

#include <gmock/gmock.h>

#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::internal::CaptureStderr;
using ::testing::internal::CaptureStdout;
using ::testing::internal::GetCapturedStderr;
using ::testing::internal::GetCapturedStdout;

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

Ran run_with(const std::vector<std::string>& words) {
    std::vector<const char*> arguments = {"broadside"};
    for (const std::string& word : words) arguments.push_back(word.c_str());
    CaptureStdout();
    CaptureStderr();
    Ran ran;
    ran.code = run(static_cast<int>(arguments.size()), arguments.data());
    ran.out = GetCapturedStdout();
    ran.err = GetCapturedStderr();
    return ran;
}

TEST(Run, PrintsHelpAndVersionToStandardOutput) {
    EXPECT_THAT(run_with({"--help"}).out, HasSubstr("Usage: broadside VERB DATASET"));
    EXPECT_THAT(run_with({"--version"}).out, ::testing::StartsWith("broadside "));
}

TEST(Run, SaysThatTheDatasetIsFine) {
    const testing::TemporaryFolder folder;
    folder.write("planets.json", testing::kTinyDataset);
    folder.write("symbols/yes.svg", testing::kTinySymbol);
    const Ran ran = run_with({"check", folder / "planets.json"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "ok\n");
    EXPECT_EQ(ran.err, "");
}

TEST(Run, PrintsErrorsInTheFormAskedFor) {
    EXPECT_EQ(run_with({"check", "/none.json", "--diagnostics", "json"}).err,
              R"({"severity":"error","code":"cannot-read","file":"/none.json",)"
              R"("message":"cannot be read: No such file or directory","hints":[]})"
              "\n");
    EXPECT_EQ(run_with({"build", "a", "-f", "pfd", "--diagnostics", "short"}).err,
              "error: unknown format \"pfd\"\n"
              "a: error: cannot be read: No such file or directory\n");
}

TEST(Run, ListsFontsAndFailsWhenACharacterIsMissing) {
    const testing::TemporaryFolder folder;
    folder.write("planets.json", testing::kTinyDataset);
    folder.write("symbols/yes.svg", testing::kTinySymbol);
    const Ran complete = run_with({"fonts", folder / "planets.json"});
    EXPECT_EQ(complete.code, 0);
    EXPECT_THAT(complete.out, HasSubstr("en        Noto Sans bold"));
    EXPECT_EQ(complete.err, "");
    std::string dataset = testing::kTinyDataset;
    folder.write("planets.json", dataset.replace(dataset.find("Saturn"), 6, "\U0001F9FF"));
    const Ran incomplete = run_with({"fonts", folder / "planets.json"});
    EXPECT_EQ(incomplete.code, 1);
    EXPECT_THAT(incomplete.out, HasSubstr("U+1F9FF"));
    EXPECT_THAT(incomplete.err, HasSubstr("no font of the manifest has U+1F9FF"));
}

TEST(Run, TellsWrongUseFromWrongInput) {
    EXPECT_EQ(run_with({"check", "/none.json"}).code, 1);
    EXPECT_EQ(run_with({"check"}).code, 2);
    EXPECT_EQ(run_with({"build", "a", "-o", "{x}"}).code, 2);
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
