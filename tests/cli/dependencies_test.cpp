#include <gmock/gmock.h>

#include "support/many_languages.hpp"
#include "support/program.hpp"

// What --deps writes, read by the programs that it is for.
namespace broadside::cli {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

/// A project in a folder whose name means something to make, ninja and the shell.
class Dependencies : public testing::ProgramTest {
protected:
    Dependencies() {
        for (const auto& [name, bytes] : {std::pair{"planets.json", testing::kTinyDataset},
                                          std::pair{"layouts/plain.json", testing::kTinyLayout},
                                          std::pair{"symbols/yes.svg", testing::kTinySymbol}}) {
            folder.write(std::string(kOdd) + "/" + name, bytes);
        }
        const auto ran =
            run("build '" + std::string(kOdd) + "/planets.json' -l plain -o out.pdf --deps deps.d");
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

TEST_F(Dependencies, NameTheLocalesOfLanguagesThatShareAGrid) {
    for (const char* tag : {"de", "fr"})
        folder.write(std::string("locales/") + tag + ".json",
                     std::string(R"({"format": 1, "translates": "planets", "language": ")") + tag +
                         R"(", "title": "P"})");
    const std::string build =
        "build planets.json -l plain --lang de,fr -o {lang}.svg --deps d --deps-format json";
    EXPECT_EQ(run(build).code, 0);
    EXPECT_THAT(folder.read("d"), Not(ContainsRegex("de.svg[^]]*locales/fr.json")));
    std::string layout = testing::kTinyLayout;
    folder.write("layouts/plain.json",
                 layout.replace(layout.find("\"blocks\""), 0, R"("fit": {"lock": true}, )"));
    EXPECT_EQ(run(build).code, 0);
    EXPECT_THAT(folder.read("d"), ContainsRegex("de.svg[^]]*locales/fr.json"));
}

/// Inputs and outputs with every character that make or ninja may take for something else.
class OddNames : public testing::ProgramTest, public ::testing::WithParamInterface<const char*> {
protected:
    OddNames() { folder.write(input, testing::kTinyDataset); }

    testing::ProgramRun build(const std::string& options) const {
        return run("build '" + input + "' -l plain " + options);
    }

    /// Whether make thinks that the output must be made again.
    std::string make() const {
        std::system(("cd '" + folder.path() + "' && make --no-print-directory >log 2>&1").c_str());
        return folder.read("log");
    }

    void set_age(const std::string& name, int minutes) const {
        std::filesystem::last_write_time(folder / name, now - std::chrono::minutes(minutes));
    }

    std::string input = std::string("x") + GetParam() + "y.json";
    std::string output = std::string("x") + GetParam() + "y.pdf";
    std::filesystem::file_time_type now = std::filesystem::file_time_type::clock::now();
};

TEST_P(OddNames, OfInputsAreReadByMake) {
    ASSERT_EQ(build("-o out.pdf --deps deps.d").code, 0);
    for (const std::string& name : folder.names()) set_age(name, 2);
    set_age("out.pdf", 1);
    folder.write("Makefile", "out.pdf: ; @echo made\ninclude deps.d\n");
    EXPECT_EQ(make(), "make: 'out.pdf' is up to date.\n") << folder.read("deps.d");
    set_age(input, 0);
    EXPECT_EQ(make(), "made\n") << folder.read("deps.d");
}

TEST_P(OddNames, OfOutputsAreReadByMake) {
    const auto built = build("-o '" + output + "' --deps deps.d");
    if (std::string(GetParam()) == "\t") {
        EXPECT_EQ(built.code, 1);
        EXPECT_EQ(built.err,
                  "deps.d: error: \"x\\u0009y.pdf\" has a name that cannot be written for make\n"
                  "  hint: --deps-format json names every file\n");
        EXPECT_EQ(build("-o '" + output + "' --deps deps.d --deps-format json").code, 0);
        return;
    }
    ASSERT_EQ(built.code, 0) << built.err;
    for (const std::string& name : folder.names()) set_age(name, 2);
    set_age(output, 1);
    // On a command line, `x=y` would set a variable; the first rule is what make makes without it.
    const std::string goal = output.find('=') == std::string::npos ? " '" + output + "'" : "";
    std::system(("cd '" + folder.path() + "' && make -dn -f deps.d" + goal + " >log 2>&1").c_str());
    EXPECT_THAT(folder.read("log"), HasSubstr("is older than target '" + output + "'"))
        << folder.read("deps.d");
}

TEST_P(OddNames, AreReadByNinjaWhereItCan) {
    const std::string_view of_ninja = " #$:%=\\[";
    ASSERT_EQ(build("-o out.pdf --deps deps.d").code, 0);
    folder.write("build.ninja",
                 "rule page\n  command = touch out.pdf\n  depfile = deps.d\nbuild out.pdf: page\n");
    std::system(("cd '" + folder.path() + "' && ninja >log 2>&1; ninja >log 2>&1").c_str());
    // What it cannot read it takes for something that is missing, and makes the page every time.
    const bool can_read = of_ninja.find(GetParam()) != std::string_view::npos;
    EXPECT_THAT(folder.read("log"), HasSubstr(can_read ? "no work to do" : "[1/1]"))
        << folder.read("deps.d");
}

INSTANTIATE_TEST_SUITE_P(Of, OddNames,
                         ::testing::Values(" ", "\t", "#", "$", ":", "%", ";", "=", "|", "\\", "&",
                                           "*", "?", "["));

TEST_F(Dependencies, NameFilesWithLineEndsInJsonOnly) {
    folder.write("a\nb.json", testing::kTinyDataset);
    const std::string build = "build 'a\nb.json' -l plain -o b.pdf --deps b.d";
    const auto refused = run(build);
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("hint: --deps-format json names every file"));
    EXPECT_EQ(folder.read("b.d"), "");
    EXPECT_EQ(run(build + " --deps-format json").code, 0);
    EXPECT_THAT(folder.read("b.d"), HasSubstr("\"a\\u000ab.json\""));
}

}  // namespace
}  // namespace broadside::cli
