#include <gmock/gmock.h>

#include "broadside/base/phrases.hpp"
#include "broadside/batch/manifest.hpp"
#include "support/many_languages.hpp"
#include "support/program.hpp"

// Manifests of several builds brought together, and held against what is on the disk.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ProgramRun;

namespace fs = std::filesystem;

class Manifests : public testing::ProgramTest {
protected:
    Manifests() {
        for (const char* language : {"de", "fr", "it"})
            testing::write_locale(folder, language, "Planets");
    }

    ProgramRun run_all(const std::string& options = "") const {
        return build("--lang all " + options);
    }

    ProgramRun build(const std::string& options) const {
        return run("build planets.json -l plain -f svg " + options);
    }

    ProgramRun merge(const std::string& words) const { return run("manifest merge " + words); }
    ProgramRun verify(const std::string& words = "output/manifest.json") const {
        return run("manifest verify " + words);
    }
};

TEST_F(Manifests, OfShardsBecomeThatOfOneRun) {
    run_all("-o 'one/{lang}.{ext}'");
    for (const char* shard : {"1/3", "2/3", "3/3"})
        run_all(std::string("-o 'out/{lang}.{ext}' --shard ") + shard);
    const ProgramRun merged = merge("out/manifest-*-of-3.json");
    EXPECT_EQ(merged.code, 0);
    EXPECT_EQ(merged.err, "");
    EXPECT_EQ(merged.out, "out/manifest.json  4 files\n");
    EXPECT_EQ(folder.read("out/manifest.json"), folder.read("one/manifest.json"));
    EXPECT_THAT(run_all("-o 'out/{lang}.{ext}'").out, EndsWith("\n0 written, 4 unchanged\n"));
}

TEST_F(Manifests, AreSeenFromTheFolderOfTheNewOne) {
    build("--lang de -o 'a/b/{lang}.{ext}'");
    build("--lang fr -o 'c/{lang}.{ext}'");
    const std::string both = "a/b/manifest.json c/manifest.json ";
    EXPECT_EQ(merge(both + "-o d/all.json").out, "d/all.json  2 files\n");
    EXPECT_THAT(folder.read("d/all.json"), AllOf(HasSubstr("\"path\": \"../a/b/de.svg\""),
                                                 HasSubstr("\"path\": \"../c/fr.svg\"")));
    EXPECT_EQ(verify("d/all.json").out, "d/all.json: 2 of 2 files as written\n");
    EXPECT_THAT(merge(both + "-o -").out, HasSubstr("\"path\": \"a/b/de.svg\""));
}

TEST_F(Manifests, ThatContradictEachOtherAreNotMerged) {
    run_all("--manifest a.json");
    replace("Planets", "Our planets");
    build("--lang en --manifest b.json --force");
    const ProgramRun merged = merge("a.json b.json -o all.json");
    EXPECT_EQ(merged.code, 1);
    EXPECT_EQ(merged.err,
              "output/planets-plain-en.svg: error: a.json and b.json say different things of this "
              "file\n"
              "  hint: leave out the manifest of the earlier build, or build again\n");
    EXPECT_FALSE(fs::exists(folder / "all.json"));
}

TEST_F(Manifests, ReplaceNoInputAndNoOtherFile) {
    run_all();
    const std::string manifest = folder.read("output/manifest.json");
    EXPECT_EQ(merge("output/manifest.json").code, 2);
    EXPECT_EQ(folder.read("output/manifest.json"), manifest);
    EXPECT_THAT(merge("output/manifest.json -o planets.json").err,
                HasSubstr("\"planets.json\" is there and is not a manifest of this program"));
    EXPECT_EQ(merge("output/manifest.json -o planets.json --force").code, 0);
    EXPECT_EQ(merge("nowhere.json planets.json -o x.json").code, 1);
    EXPECT_EQ(merge("").code, 2);
    EXPECT_FALSE(fs::exists(folder / "x.json"));
}

TEST_F(Manifests, AreVerifiedAgainstTheirFiles) {
    run_all();
    const ProgramRun good = verify();
    EXPECT_EQ(good.code, 0);
    EXPECT_EQ(good.err, "");
    EXPECT_EQ(good.out, "output/manifest.json: 4 of 4 files as written\n");

    fs::remove(folder / "output/planets-plain-de.svg");
    std::string changed = folder.read("output/planets-plain-fr.svg");
    changed[changed.size() / 2] ^= 1;
    folder.write("output/planets-plain-fr.svg", changed);
    folder.write("output/planets-plain-it.svg", "");
    folder.write("output/old.svg", "");
    folder.write("output/notes.txt", "");
    const ProgramRun bad = verify();
    EXPECT_EQ(bad.code, 1);
    EXPECT_EQ(bad.out,
              "output/manifest.json: 1 of 4 files as written, 1 missing, 2 changed, 1 extra\n");
    EXPECT_EQ(bad.err,
              "output/planets-plain-de.svg: error: is not there\n"
              "output/planets-plain-fr.svg: error: is not as it was written\n"
              "output/planets-plain-it.svg: error: is not as it was written\n"
              "output/old.svg: warning: is not named in output/manifest.json\n");
}

TEST_F(Manifests, KnowWhatAKilledRunHasNoted) {
    build("--lang de");
    const std::string before = folder.read("output/manifest.json");
    run_all();
    const std::string whole = folder.read("output/manifest.json");
    folder.write("output/manifest.json", before);
    DiskByteSink().note(folder / "output/manifest.json", one_line(whole));
    EXPECT_EQ(verify().out, "output/manifest.json: 4 of 4 files as written\n");
    EXPECT_EQ(merge("output/manifest.json -o output/all.json").code, 0);
    EXPECT_EQ(folder.read("output/all.json"), whole);
}

TEST_F(Manifests, WithFilesBesideThemAreNoErrors) {
    run_all("--shard 1/2");
    run_all("--shard 2/2");
    const ProgramRun one = verify("output/manifest-1-of-2.json");
    EXPECT_EQ(one.code, 0);
    EXPECT_EQ(one.out, "output/manifest-1-of-2.json: 2 of 2 files as written, 2 extra\n");
    EXPECT_THAT(one.err, HasSubstr("warning: is not named in output/manifest-1-of-2.json"));
}

TEST_F(Manifests, OfWebSitesKnowTheirIndex) {
    run_all("-f web -o 'site/{lang}.{ext}'");
    ASSERT_TRUE(fs::exists(folder / "site/index.html"));
    EXPECT_EQ(verify("site/manifest.json").err, "");
}

TEST_F(Manifests, ThatAreBrokenAreToldWithTheirPlace) {
    folder.write("m.json", "{\"format\": 1,\n \"outputs\": 3}");
    const ProgramRun ran = verify("m.json none.json");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("m.json:2:13: error: /outputs: expected an array, got 3"),
                               HasSubstr("none.json: error: cannot be read: No such file")));
    EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace broadside::cli
