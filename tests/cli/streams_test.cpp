#include <gmock/gmock.h>
#include <sys/stat.h>

#include "support/many_languages.hpp"
#include "support/program.hpp"

// Pipes and folders where the built program looks for files. What waits for ever is ended, and
// fails by its exit code.
namespace broadside::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::ProgramRun;
using ::testing::StartsWith;

class Streams : public testing::ProgramTest {
protected:
    void make_pipe(const std::string& name) const {
        folder.write(name, "");
        std::filesystem::remove(folder / name);
        ASSERT_EQ(::mkfifo((folder / name).c_str(), 0600), 0);
    }

    /// As bash runs it: the arguments may hold `<(…)`.
    ProgramRun run_build(const std::string& arguments) const {
        return run("", "timeout 20 bash -c '\"$0\" build " + arguments + "'");
    }
};

TEST_F(Streams, MayBeTheDatasetTheLayoutAndTheJobFile) {
    const ProgramRun all =
        run_build("<(cat planets.json) -l <(cat layouts/plain.json) --deps deps.d");
    EXPECT_EQ(all.code, 0) << all.err;
    EXPECT_THAT(all.out, HasSubstr("output/planets-plain-en.pdf")) << "by its id";
    EXPECT_THAT(folder.read("deps.d"), ::testing::Not(HasSubstr("/dev/")));
    folder.write("j.json", R"({"format": 1, "jobs": [{"dataset": ")" + folder.path() +
                               R"(/planets.json", "layout": "plain", "output": "-",
                               "format": "svg"}]})");
    const ProgramRun job = run_build("--job <(cat j.json)");
    EXPECT_THAT(job.out, StartsWith("<svg")) << job.err;
}

TEST_F(Streams, NameFilesFromTheWorkingDirectory) {
    folder.write("jobs/j.json", R"({"format": 1, "jobs": [
        {"dataset": "planets.json", "layout": "plain", "output": "-", "format": "svg"}]})");
    for (const std::string job : {"--job <(cat jobs/j.json)", "--job /dev/stdin <jobs/j.json",
                                  "--job /dev/fd/3 3<jobs/j.json"}) {
        const ProgramRun ran = run_build(job);
        EXPECT_THAT(ran.out, StartsWith("<svg")) << job << ran.err;
    }
    EXPECT_THAT(run_build("--job jobs/j.json").err, HasSubstr("jobs/planets.json"));
}

TEST_F(Streams, AreNoManifest) {
    make_pipe("output/manifest.json");
    const ProgramRun ran = run_build("planets.json -l plain");
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err,
              "error: expected a file for the manifest, and \"output/manifest.json\" is a pipe or "
              "a device\n  hint: name another with --manifest\n");
    EXPECT_THAT(run_build("planets.json -l plain --manifest layouts").err,
                StartsWith("error: expected a file for the manifest, and \"layouts\" is a folder"));
}

TEST_F(Streams, AreRefusedWhereNobodyNamedThem) {
    make_pipe("locales/de.json");
    const ProgramRun locale = run_build("planets.json -l plain --lang de");
    EXPECT_EQ(locale.code, 1);
    EXPECT_THAT(locale.err, StartsWith("locales/de.json: error: cannot be read: expected a file, "
                                       "got a pipe or a device\n"));
    make_pipe("layouts/pipe.json");
    EXPECT_THAT(run_build("planets.json -l pipe").err, StartsWith("layouts/pipe.json: error: "));
    make_pipe("folder/dataset.json");
    EXPECT_THAT(run_build("folder -l plain").err, StartsWith("folder/dataset.json: error: "));
}

TEST_F(Streams, AreReadOnceByTheWordsForTranslators) {
    for (const char* words : {"i18n extract - -o -", "i18n extract - --lang de -o - -l plain",
                              "i18n status -", "i18n status - -l plain"}) {
        const ProgramRun ran = run(words, "cat planets.json | timeout 20 ");
        EXPECT_EQ(ran.code, 0) << words << '\n' << ran.err;
        EXPECT_THAT(ran.err, ::testing::Not(HasSubstr("error"))) << words;
    }
}

TEST_F(Streams, WithANameAreReadOnce) {
    make_pipe("pipe");
    make_pipe("fonts");
    folder.write("j.json", R"({"format": 1, "jobs": [
        {"dataset": "pipe", "layout": "layouts/plain.json", "output": "a.svg"},
        {"dataset": "pipe", "layout": "layouts/plain.json", "output": "b.svg"}]})");
    const ProgramRun jobs = run_build(
        "--job j.json --font-manifest fonts & cat planets.json >pipe & "
        "cat " BROADSIDE_SOURCE_DIR "/fonts/manifest.json >fonts; wait %1");
    EXPECT_EQ(jobs.code, 0) << jobs.err;
    EXPECT_NE(folder.read("b.svg"), "");
    EXPECT_EQ(folder.read("a.svg"), folder.read("b.svg"));
    for (const char* words : {"extract pipe -o -", "status pipe", "status pipe -l plain",
                              "extract pipe -o de.po --lang de"}) {
        const ProgramRun ran = run_build(
            "0 2>&1 | true; (cat planets.json >pipe &) ; \"$0\" i18n " + std::string(words));
        EXPECT_EQ(ran.code, 0) << words << '\n' << ran.err;
    }
    const ProgramRun merged =
        run_build("0 2>&1 | true; (cat de.po >pipe &) ; \"$0\" i18n merge planets.json pipe");
    EXPECT_EQ(merged.code, 0) << merged.err;
}

TEST_F(Streams, AreNoPagesThatCouldStay) {
    run_build("planets.json -l plain");
    make_pipe("output/planets-plain-en.pdf");
    const ProgramRun ran =
        run_build("planets.json -l plain & cat output/planets-plain-en.pdf >read; wait $!");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(folder.read("read"), EndsWith("%%EOF\n"));
}

TEST_F(Streams, AreNoFonts) {
    make_pipe("pipe");
    const auto error_with = [&](const std::string& font) {
        folder.write("fonts.json", R"({"format": 1, "families": [
  {"family": "Noto Sans", "scripts": ["Latn"], "licence": "OFL-1.1", "package": "fonts-x", "files": [
    {"file": ")" + font + R"("},
    {"weight": "bold", "file": ")" + font +
                                       R"("}]}]})");
        const ProgramRun ran = run_build("planets.json -l plain --font-manifest fonts.json");
        EXPECT_EQ(ran.code, 1) << font;
        return ran.err;
    };
    const auto says = [](const std::string& path, const std::string& why) {
        return StartsWith("fonts.json:4:32: error: /families/0/files/1/file: cannot use \"" + path +
                          "\", which the text needs: " + why + '\n');
    };
    EXPECT_THAT(error_with("pipe"), says("pipe", "it is a pipe or a device"));
    EXPECT_THAT(error_with("/dev/zero"), says("/dev/zero", "it is a pipe or a device"));
    EXPECT_THAT(error_with("/usr"), says("/usr", "it is a folder"));
    EXPECT_THAT(error_with("planets.json"), says("planets.json", "it is no OpenType font"));
    EXPECT_THAT(error_with("none.ttf"),
                says("none.ttf",
                     "No such file or directory\n"
                     "  hint: it is in the package fonts-x: apt-get install fonts-x"));
}

}  // namespace
}  // namespace broadside::cli
