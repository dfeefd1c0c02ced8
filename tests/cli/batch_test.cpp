#include <gmock/gmock.h>

#include "support/many_languages.hpp"
#include "support/program.hpp"

// Many editions by the built program: what is on the disk afterwards, and what is said of it.
namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ProgramRun;
using ::testing::StartsWith;

namespace fs = std::filesystem;

class Batch : public testing::ProgramTest {
protected:
    Batch() {
        for (const char* language : {"de", "fr", "it"})
            testing::write_locale(folder, language, "Planets");
    }

    ProgramRun run_all(const std::string& options = "", const std::string& before = "") const {
        return run("build planets.json -l plain --lang all " + options, before);
    }

    /// When each output was written, by name.
    std::map<std::string, fs::file_time_type> times() const {
        std::map<std::string, fs::file_time_type> found;
        for (const auto& entry : fs::directory_iterator(folder / "output"))
            found[entry.path().filename()] = entry.last_write_time();
        return found;
    }
};

TEST_F(Batch, SaysWhatItDid) {
    const ProgramRun ran = run_all("-f pdf,svg -j 3");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(
        ran.out,
        StartsWith("en plain pdf  output/planets-plain-en.pdf  1 page, smallest type 8.0 pt\n"
                   "en plain svg  output/planets-plain-en.svg  1 page, smallest type 8.0 pt\n"
                   "de plain pdf  output/planets-plain-de.pdf  1 page, smallest type 8.0 pt\n"));
    EXPECT_THAT(ran.out, EndsWith("de: 1 of 5 texts translated, 4 in en, draft\n"
                                  "fr: 1 of 5 texts translated, 4 in en, draft\n"
                                  "it: 1 of 5 texts translated, 4 in en, draft\n"
                                  "8 written, 0 unchanged\n"));
}

TEST_F(Batch, LeavesEveryFileAloneTheSecondTime) {
    run_all();
    const auto before = times();
    const ProgramRun second = run_all();
    EXPECT_EQ(second.code, 0);
    EXPECT_THAT(second.out, EndsWith("\n0 written, 4 unchanged\n"));
    EXPECT_EQ(times(), before);
}

TEST_F(Batch, LooksAtNothingThatOtherShardsMake) {
    const std::string options = "-o 'out/{lang}.{ext}' --shard ";
    run_all(options + "1/2");
    const std::vector<std::string> own = folder.names();
    for (const char* name : {"out/de.pdf", "out/en.pdf", "out/fr.pdf", "out/it.pdf"}) {
        if (std::count(own.begin(), own.end(), name) == 0) folder.write(name, "my notes");
    }
    fs::remove(folder / "out/manifest-1-of-2.json");
    EXPECT_THAT(run_all(options + "1/2").out, EndsWith("\n2 written, 0 unchanged\n"));
    const ProgramRun other = run_all(options + "2/2");
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.err, HasSubstr("is there and is not a PDF"));
}

TEST_F(Batch, SaysTheSameWithItsCacheAndWithout) {
    const std::string options = "-f pdf,web -o 'out/{lang}.{ext}'";
    run_all(options);
    const ProgramRun second = run_all(options);
    EXPECT_THAT(second.out, EndsWith("\n0 written, 20 unchanged\n"));
    ASSERT_THAT(cache.names(), ElementsAre("broadside", StartsWith("broadside/build-")));
    const auto written = fs::last_write_time(folder / "out/index.html");
    const ProgramRun third = run_all(options);
    EXPECT_EQ(third.out, second.out);
    EXPECT_EQ(third.err, second.err);
    EXPECT_EQ(fs::last_write_time(folder / "out/index.html"), written);
    fs::remove_all(cache.path());
    EXPECT_EQ(run_all(options).out, second.out);
    const ProgramRun nowhere = run_all(options, "export XDG_CACHE_HOME=/proc; ");
    EXPECT_EQ(nowhere.out, second.out);
    EXPECT_EQ(nowhere.err, second.err);
    EXPECT_EQ(run_all(options, "unset XDG_CACHE_HOME HOME; ").out, second.out);
}

TEST_F(Batch, TouchesOnlyWhatAChangedStringChanges) {
    run_all();
    auto before = times();
    testing::write_locale(folder, "fr", "Les planètes");
    EXPECT_THAT(run_all().out, EndsWith("\n1 written, 3 unchanged\n"));
    auto after = times();
    for (const char* name : {"planets-plain-fr.pdf", "manifest.json"}) {
        EXPECT_NE(before.extract(name).mapped(), after.extract(name).mapped()) << name;
    }
    EXPECT_EQ(after, before);
}

TEST_F(Batch, WritesTheOthersWhenOneLanguageIsBroken) {
    folder.write("locales/fr.json", "{\"format\": 1,");
    const ProgramRun ran = run_all();
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, StartsWith("locales/fr.json:1:14: error: "));
    EXPECT_THAT(ran.out, EndsWith("\n3 written, 0 unchanged, 1 failed: fr plain\n"));
    EXPECT_TRUE(fs::exists(folder / "output/planets-plain-it.pdf"));
    EXPECT_FALSE(fs::exists(folder / "output/planets-plain-fr.pdf"));
}

TEST_F(Batch, WritesTheOthersWhenOneFileCannotBeWritten) {
    folder.write("output/planets-plain-fr.svg/in the way", "");
    const ProgramRun ran = run_all("-f pdf,svg");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(
        ran.err,
        HasSubstr("output/planets-plain-fr.svg: error: cannot be written: Is a directory\n"));
    EXPECT_THAT(ran.out, EndsWith("\n6 written, 0 unchanged, 2 failed: fr plain\n"));
    EXPECT_FALSE(fs::exists(folder / "output/planets-plain-fr.pdf")) << "all of an edition or none";
}

// A limit of the size of files stands for a disk that is full.
TEST_F(Batch, LeavesWholeFilesWhenTheDiskIsFull) {
    const ProgramRun ran = run_all("-f pdf,png", "ulimit -f 30; ");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err,
                HasSubstr("planets-plain-de.png: error: cannot be written: File too large"));
    EXPECT_THAT(ran.out, EndsWith("8 failed: en plain, de plain, fr plain, it plain\n"));
    EXPECT_THAT(folder.names(), Not(::testing::Contains(StartsWith("output/planets"))));
}

TEST_F(Batch, SaysNothingButErrorsWhenQuiet) {
    folder.write("locales/fr.json", "{\"format\": 1,");
    const ProgramRun ran = run_all("--quiet");
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("error: "));
    EXPECT_THAT(ran.err, Not(HasSubstr("warning: ")));
}

TEST_F(Batch, MakesTheJobsOfAFile) {
    folder.write("jobs/two.json", R"({"format": 1, "jobs": [
        {"dataset": "../planets.json", "layout": "plain", "output": "a.svg"},
        {"dataset": "../planets.json", "layout": "plain", "lang": ["de", "fr"],
         "output": "{lang}.pdf", "deps": "deps.d"}]})");
    const ProgramRun ran = run("build --job jobs/two.json");
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const char* name : {"a.svg", "de.pdf", "fr.pdf", "manifest.json"}) {
        EXPECT_TRUE(fs::exists(folder / ("jobs/" + std::string(name)))) << name;
    }
    EXPECT_THAT(folder.read("jobs/deps.d"), StartsWith("jobs/de.pdf: \\\n"));
    EXPECT_THAT(folder.read("jobs/deps.d"), HasSubstr("  jobs/two.json"));
}

TEST_F(Batch, MakesTheUsualJobFileWithoutADataset) {
    folder.write("broadside.json", R"({"format": 1, "jobs": [
        {"dataset": "planets.json", "layout": "plain", "lang": "all", "output": "{lang}.pdf"}]})");
    EXPECT_EQ(run("build --lang it").code, 0);
    EXPECT_TRUE(fs::exists(folder / "it.pdf"));
    EXPECT_FALSE(fs::exists(folder / "de.pdf"));
}

TEST_F(Batch, TellsAValueOfAJobFileFromOneOfTheCommandLine) {
    folder.write("broadside.json", R"({"format": 1, "jobs": [
  {"dataset": "planets.json", "layout": "plain"},
  {"dataset": "planets.json", "layout": "plain", "lang": "xx", "output": "{lang}.pdf"}]})");
    const ProgramRun in_file = run("build");
    EXPECT_EQ(in_file.code, 1);
    EXPECT_EQ(in_file.err,
              "broadside.json:3:58: error: /jobs/1/lang: unknown language \"xx\"\n"
              "  hint: known: de, en, fr, it\n");
    EXPECT_EQ(in_file.out, "") << "the first job waits until the second is mended";
    const ProgramRun overridden = run("build --lang yy");
    EXPECT_EQ(overridden.code, 2);
    EXPECT_THAT(overridden.err, StartsWith("error: unknown language \"yy\"\n"));
}

TEST_F(Batch, SplitsIntoParts) {
    run_all("--shard 1/2 -o 'one/{lang}.pdf'");
    run_all("--shard 2/2 -o 'two/{lang}.pdf'");
    std::vector<std::string> pages;
    for (const std::string& name : folder.names()) {
        if (name.ends_with(".pdf")) pages.push_back(name.substr(4));
    }
    EXPECT_THAT(pages, ::testing::UnorderedElementsAre("de.pdf", "en.pdf", "fr.pdf", "it.pdf"));
    EXPECT_TRUE(fs::exists(folder / "one/manifest-1-of-2.json"));
}

}  // namespace
}  // namespace broadside::cli
