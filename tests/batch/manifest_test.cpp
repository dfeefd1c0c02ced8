#include "broadside/batch/manifest.hpp"
#include "broadside/base/phrases.hpp"

#include <gmock/gmock.h>

#include "broadside/base/limits.hpp"
#include "support/memory_files.hpp"
#include "support/temporary_folder.hpp"

namespace broadside::batch {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string place_for(const std::string& output, const Shard& shard = {},
                      const std::string& manifest = "") {
    Job job;
    job.output = output;
    job.shard = shard;
    job.manifest = manifest;
    return manifest_path(job);
}

TEST(ManifestPath, IsTheFolderThatAllOutputsShare) {
    EXPECT_EQ(place_for("output/{name}-{lang}.{ext}"), "output/manifest.json");
    EXPECT_EQ(place_for("out/put/{lang}/{name}.pdf"), "out/put/manifest.json");
    EXPECT_EQ(place_for("out/flyer-{lang}.pdf"), "out/manifest.json");
    EXPECT_EQ(place_for("{lang}/flyer.pdf"), "manifest.json");
    EXPECT_EQ(place_for("/{lang}.pdf"), "/manifest.json");
    EXPECT_EQ(place_for("out/{lang}.pdf", {2, 3}), "out/manifest-2-of-3.json");
}

TEST(ManifestPath, IsNowhereForOneFileUnlessTheJobSaysWhere) {
    EXPECT_EQ(place_for("flyer.pdf"), "");
    EXPECT_EQ(place_for("-"), "");
    EXPECT_EQ(place_for("flyer.pdf", {2, 3}, "m.json"), "m.json");
}

TEST(PathInManifest, IsSeenFromItsFolder) {
    EXPECT_EQ(path_in_manifest("output/de/a.pdf", "output/manifest.json"), "de/a.pdf");
    EXPECT_EQ(path_in_manifest("a.pdf", "manifest.json"), "a.pdf");
    EXPECT_EQ(path_in_manifest("output/a.pdf", "log/manifest.json"), "../output/a.pdf");
}

constexpr Digest kInputs{1, 2};

class Past : public ::testing::Test {
protected:
    Past() {
        files.files["out/a-1.svg"] = "one";
        files.files["out/a-2.svg"] = "two";
        std::vector<model::ManifestEntry> entries;
        for (const char* name : {"a-1.svg", "a-2.svg"}) {
            const std::string& bytes = files.files[std::string("out/") + name];
            model::ManifestEntry entry;
            entry.path = name;
            entry.hash = digest_of(bytes);
            entry.bytes = bytes.size();
            entry.about.edit().files = 2;
            entry.inputs = kInputs;
            entries.push_back(entry);
        }
        files.files["out/manifest.json"] = json_of({&entries[0], &entries[1]}).all();
    }

    PastBuild past() {
        return PastBuild::read("out/manifest.json", files.files["out/manifest.json"], files,
                               diagnostics);
    }

    testing::MemoryFileStore files;
    Diagnostics diagnostics;
    const std::vector<std::string> outputs = {"out/a-1.svg", "out/a-2.svg"};
};

TEST_F(Past, KnowsFilesByWhatTheyAreMadeFrom) {
    EXPECT_THAT(past().made_from(kInputs, outputs), SizeIs(2));
    EXPECT_THAT(past().made_from({3, 4}, outputs), IsEmpty());
    EXPECT_THAT(past().made_from(kInputs, {outputs[0]}), IsEmpty()) << "one of two files";
}

TEST_F(Past, KnowsFilesThatAreThereAsTheyWereWritten) {
    EXPECT_TRUE(past().holds("out/a-1.svg", digest_of("one")));
    EXPECT_FALSE(past().holds("out/a-1.svg", digest_of("two")));
    EXPECT_FALSE(past().holds("out/a-3.svg", digest_of("one")));
    files.files["out/a-1.svg"] = "edited";
    EXPECT_FALSE(past().holds("out/a-1.svg", digest_of("one")));
}

TEST_F(Past, TakesUpWhatAJournalSaysLast) {
    const auto noted = [this](const char* name, const Digest& inputs) {
        model::ManifestEntry entry;
        entry.path = name;
        entry.hash = digest_of(files.files[std::string("out/") + name]);
        entry.bytes = 3;
        entry.inputs = inputs;
        return "\n" + one_line(json_of({&entry}).all());
    };
    files.files["out/b.svg"] = "new";
    std::string& journal = files.files[journal_of("out/manifest.json")];
    const std::string whole = noted("b.svg", kInputs);
    journal = whole.substr(0, whole.size() - 3);
    PastBuild cut = past();
    EXPECT_TRUE(cut.take_up_journal());
    EXPECT_THAT(cut.made_from(kInputs, {"out/b.svg"}), IsEmpty()) << "a line that was cut off";
    journal = noted("b.svg", {5, 6}) + whole + whole.substr(0, 9) + noted("a-1.svg", {7, 8});
    PastBuild taken = past();
    taken.take_up_journal();
    EXPECT_THAT(taken.made_from(kInputs, {"out/b.svg"}), SizeIs(1));
    EXPECT_THAT(taken.made_from(kInputs, outputs), IsEmpty()) << "newer than the manifest";
}

TEST_F(Past, LetsGoOfWhatIsMadeAgain) {
    PastBuild replaced = past();
    replaced.drop("a-1.svg");
    replaced.drop("b.svg");
    EXPECT_EQ(replaced.find("out/a-1.svg"), nullptr);
    ManifestEntries entries;
    replaced.add_others(entries);
    ASSERT_THAT(entries, SizeIs(1));
    EXPECT_EQ(entries.begin()->first, "a-2.svg");
    EXPECT_EQ(replaced.size(), 2) << "so that numbers of files are still known to be some";
}

TEST_F(Past, TakesNothingOfAManifestThatIsCutOff) {
    std::string& manifest = files.files["out/manifest.json"];
    manifest.resize(manifest.size() - 9);
    EXPECT_EQ(past().size(), 0);
    EXPECT_THAT(diagnostics, SizeIs(1));
}

TEST_F(Past, KnowsFilesOfAnySize) {
    const testing::TemporaryFolder folder;
    folder.write("large.png", "");
    const std::string large(limits::kMaxInputBytes + 1, '\0');
    std::filesystem::resize_file(folder / "large.png", large.size());
    model::ManifestEntry entry;
    entry.path = "large.png";
    entry.hash = digest_of(large);
    entry.bytes = large.size();
    entry.inputs = kInputs;
    DiskFileStore disk;
    const std::string manifest = folder / "manifest.json";
    const auto on_disk = PastBuild::read(manifest, json_of({&entry}).all(), disk, diagnostics);
    EXPECT_THAT(on_disk.made_from(kInputs, {folder / "large.png"}), SizeIs(1));
    std::filesystem::resize_file(folder / "large.png", large.size() + 1);
    EXPECT_THAT(on_disk.made_from(kInputs, {folder / "large.png"}), IsEmpty());
}

}  // namespace
}  // namespace broadside::batch
