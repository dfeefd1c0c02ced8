#include <gmock/gmock.h>

#include "support/many_languages.hpp"
#include "support/program.hpp"

// What --deps writes, read by the programs that it is for.
namespace broadside::cli {
namespace {

using ::testing::HasSubstr;

/// A project in a folder whose name means something to make, ninja and the shell.
class Dependencies : public ::testing::Test {
protected:
    Dependencies() {
        for (const auto& [name, bytes] : {std::pair{"planets.json", testing::kTinyDataset},
                                          std::pair{"layouts/plain.json", testing::kTinyLayout},
                                          std::pair{"symbols/yes.svg", testing::kTinySymbol}}) {
            folder.write(std::string(kOdd) + "/" + name, bytes);
        }
        const auto ran = testing::run_program(
            folder,
            "build '" + std::string(kOdd) + "/planets.json' -l plain -o out.pdf --deps deps.d",
            "BROADSIDE_RESOURCES='" BROADSIDE_SOURCE_DIR "' ");
        EXPECT_EQ(ran.code, 0) << ran.err;
        // Long enough ago that a change after it is not in the future.
        const auto now = std::filesystem::last_write_time(folder / "out.pdf");
        for (const std::string& name : folder.names())
            std::filesystem::last_write_time(folder / name, now - std::chrono::minutes(2));
        std::filesystem::last_write_time(folder / "out.pdf", now - std::chrono::minutes(1));
    }

    /// Exit code and output of a command in the folder.
    std::string shell(const std::string& command) const {
        const int status =
            std::system(("cd '" + folder.path() + "' && { " + command + "; } >log 2>&1").c_str());
        return std::to_string(WEXITSTATUS(status)) + "\n" + folder.read("log");
    }

    void change(const std::string& name) const {
        const std::string path = folder / (std::string(kOdd) + "/" + name);
        std::filesystem::last_write_time(
            path, std::filesystem::last_write_time(folder / "out.pdf") + std::chrono::seconds(9));
    }

    static constexpr char kOdd[] = "a b$c#d";
    testing::TemporaryFolder folder;
};

TEST_F(Dependencies, AreRulesForMake) {
    folder.write("Makefile", "out.pdf: ; @echo made\ninclude deps.d\n");
    EXPECT_EQ(shell("make --no-print-directory"), "0\nmake: 'out.pdf' is up to date.\n");
    change("symbols/yes.svg");
    EXPECT_EQ(shell("make --no-print-directory"), "0\nmade\n");
}

TEST_F(Dependencies, AreReadByNinja) {
    folder.write("build.ninja",
                 "rule page\n  command = touch out.pdf\n  depfile = deps.d\nbuild out.pdf: page\n");
    shell("ninja");
    EXPECT_THAT(shell("ninja"), HasSubstr("no work to do"));
    change("planets.json");
    EXPECT_THAT(shell("ninja -n -d explain"), HasSubstr("planets.json"));
}

}  // namespace
}  // namespace broadside::cli
