#include "broadside/batch/last_build.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/job.hpp"
#include "support/many_languages.hpp"
#include "support/passages.hpp"
#include "support/temporary_folder.hpp"

namespace broadside::batch {
namespace {

namespace fs = std::filesystem;

/// How many files are read.
class ReadCounter final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;
    Result<std::string> read(const std::string& path) override {
        ++reads;
        return ForwardingStore::read(path);
    }
    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override {
        ++reads;
        return ForwardingStore::read_pieces(path, take);
    }
    std::atomic<std::size_t> reads = 0;
};

/// The tiny project in three languages on the disk, with a cache.
class Remembered : public ::testing::Test {
protected:
    Remembered() {
        folder.write("planets.json", testing::kTinyDataset);
        folder.write("layouts/plain.json", testing::kTinyLayout);
        folder.write("symbols/yes.svg", testing::kTinySymbol);
        for (const char* language : {"de", "fr"})
            testing::write_locale(folder, language, "Planets");
        job.dataset = folder / "planets.json";
        job.layouts = {folder / "layouts/plain.json"};
        job.languages = {"all"};
        job.formats = {"svg", "html"};
        job.output = folder / "out/{lang}.{ext}";
        job.resources = {BROADSIDE_SOURCE_DIR};
        job.cache = folder / "cache";
        // Long enough ago to be told from what comes next.
        wait();
    }

    static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(25)); }

    BuildReport build(BuildEvents* events = nullptr) {
        DiskFileStore disk;
        ReadCounter files(disk);
        DiskByteSink sink;
        BuildReport report = broadside::build(job, files, sink, {events, nullptr});
        reads = files.reads;
        return report;
    }

    std::size_t written() { return build().files(FileState::Written); }

    /// A build, and one that has seen all files when they were no longer new.
    void settle() {
        build();
        wait();
        build();
        ASSERT_EQ(written(), 0U);
        ASSERT_EQ(reads, 1U) << "of the cache alone";
    }

    /// Changes a file without changing its size or the time that programs see.
    void change_secretly(const std::string& name) const {
        struct stat before {};
        ::stat((folder / name).c_str(), &before);
        std::string bytes = folder.read(name);
        std::replace(bytes.begin(), bytes.end(), 'P', 'Q');
        folder.write(name, bytes);
        const struct timespec times[] = {before.st_atim, before.st_mtim};
        ::utimensat(AT_FDCWD, (folder / name).c_str(), times, 0);
    }

    testing::TemporaryFolder folder;
    Job job;
    std::size_t reads = 0;
};

TEST_F(Remembered, ReadsNoInputAndNoOutputWhereNothingChanged) {
    const BuildReport first = build();
    EXPECT_EQ(first.files(FileState::Written), 6U);
    wait();
    const BuildReport second = build();
    EXPECT_EQ(second.files(FileState::Unchanged), 6U);
    EXPECT_LE(reads, 8U) << "the cache, and six files and a manifest that were too new to be known";
    const BuildReport third = build();
    EXPECT_EQ(reads, 1U);
    ASSERT_EQ(third.editions.size(), 3U);
    EXPECT_EQ(third.editions[1].name, "de plain");
    EXPECT_EQ(third.editions[1].files[0].name, folder / "out/de.svg");
    EXPECT_EQ(third.editions[1].files[0].facts->smallest_type,
              first.editions[1].files[0].facts->smallest_type);
    EXPECT_EQ(third.languages, first.languages);
}

TEST_F(Remembered, SeesWhateverWouldMakeADifference) {
    const auto remove = [this](const std::string& name) {
        return [this, name] { fs::remove(folder / name); };
    };
    const auto change = [this](const std::string& name) {
        return [this, name] { change_secretly(name); };
    };
    const struct {
        const char* what;
        std::function<void()> happens;
        std::size_t written;
    } kCases[] = {
        {"a dataset",
         [this] {
             folder.write("planets.json",
                          testing::replaced(testing::kTinyDataset, "Saturn", "Uranus"));
         },
         6},
        {"a locale, in secret", change("locales/de.json"), 2},
        {"a locale that is new", [this] { testing::write_locale(folder, "it", "Pianeti"); }, 2},
        {"a locale that goes, with its pages", remove("locales/it.json"), 0},
        {"a symbol that is found first",
         [this] { folder.write("layouts/symbols/yes.svg", testing::kTinySymbol); }, 0},
        {"an output that is gone", remove("out/fr.svg"), 1},
        {"an output, in secret", change("out/fr.svg"), 1},
        {"an output that is a folder's now",
         [this] {
             fs::remove(folder / "out/fr.html");
             fs::create_directory(folder / "out/fr.html");
             fs::remove(folder / "out/fr.html");
         },
         1},
        {"an option", [this] { job.output_options.svg_text = SvgText::System; }, 3},
        {"force", [this] { job.rebuild = Rebuild::All; }, 6}};
    settle();
    for (const auto& [what, happens, count] : kCases) {
        happens();
        EXPECT_EQ(written(), count) << what;
        job.rebuild = Rebuild::Changed;
        settle();
    }
}

TEST_F(Remembered, WritesAManifestAgainThatIsGone) {
    settle();
    const std::string manifest = folder.read("out/manifest.json");
    fs::remove(folder / "out/manifest.json");
    EXPECT_EQ(written(), 6U);
    EXPECT_EQ(folder.read("out/manifest.json"), manifest);
}

TEST_F(Remembered, ReadsOnceWhatWasTouchedAndNotChanged) {
    settle();
    for (const char* name : {"planets.json", "out/de.svg", "out/manifest.json"})
        fs::last_write_time(folder / name, fs::file_time_type::clock::now());
    wait();
    EXPECT_EQ(written(), 0U);
    EXPECT_EQ(reads, 4U);
    EXPECT_EQ(written(), 0U);
    EXPECT_EQ(reads, 1U);
}

TEST_F(Remembered, SeesWhatChangesRightAfterABuild) {
    build();
    for (int i = 0; i < 20; ++i) {
        testing::write_locale(folder, "de", i % 2 == 0 ? "Planeta" : "Planetb");
        EXPECT_EQ(written(), 2U) << i;
    }
}

TEST_F(Remembered, SeesWhatChangedItsOutputsWhileItWasAtWork) {
    /// Writes into each page that was made, as an optimizer that watches the folder may.
    class Intruder final : public BuildEvents {
    public:
        void found(const Diagnostics&) override {}
        void planned(std::size_t) override {}
        void began(const std::string&) override {}
        void reported(const EditionReport&) override {}
        void finished(const EditionReport& edition) override {
            wait();
            for (const PageReport& file : edition.files) {
                std::fstream page(file.name, std::ios::in | std::ios::out);
                page.seekp(-1, std::ios::end);
                page << ' ';
            }
            wait();
        }
    };
    Intruder intruder;
    build(&intruder);
    wait();
    EXPECT_EQ(written(), 6U);
}

TEST_F(Remembered, TellsWarningsEachTime) {
    testing::write_locale(folder, "qq", "Planets");
    wait();
    build();
    wait();
    const BuildReport second = build();
    build();
    const BuildReport third = build();
    EXPECT_EQ(reads, 1U);
    ASSERT_FALSE(second.problems.empty());
    ASSERT_EQ(third.problems.size(), second.problems.size());
    for (std::size_t i = 0; i < second.problems.size(); ++i)
        EXPECT_EQ(to_string(third.problems[i]), to_string(second.problems[i]));
}

TEST_F(Remembered, TellsAgainWhatFailedUntilItIsMended) {
    const std::string mended = folder.read("locales/fr.json");
    folder.write("locales/fr.json", "{");
    wait();
    build();
    wait();
    const BuildReport second = build();
    const BuildReport again = build();
    EXPECT_EQ(reads, 1U);
    EXPECT_FALSE(again.ok());
    EXPECT_EQ(again.names(EditionState::Failed), second.names(EditionState::Failed));
    ASSERT_EQ(again.problems.size(), second.problems.size());
    for (std::size_t i = 0; i < second.problems.size(); ++i)
        EXPECT_EQ(to_string(again.problems[i]), to_string(second.problems[i]));
    folder.write("locales/fr.json", mended);
    EXPECT_TRUE(build().ok());
}

TEST_F(Remembered, AsksAgainWhetherAPlaceCanBeWritten) {
    fs::create_directories(folder / "out/fr.svg");
    wait();
    EXPECT_FALSE(build().ok());
    wait();
    EXPECT_FALSE(build().ok());
    fs::remove(folder / "out/fr.svg");
    EXPECT_TRUE(build().ok());
}

TEST_F(Remembered, TakesABrokenCacheForNone) {
    settle();
    const std::string name = fs::directory_iterator(folder / "cache")->path().filename();
    const std::string bytes = folder.read("cache/" + name);
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 7)
        EXPECT_FALSE(read_last_build(std::string_view(bytes).substr(0, size))) << size;
    EXPECT_FALSE(read_last_build(bytes + "1:x"));
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::string broken = bytes;
        broken[i] = static_cast<char>(broken[i] ^ 5);
        static_cast<void>(read_last_build(broken));
    }
    folder.write("cache/" + name, bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(written(), 0U);
    fs::remove_all(folder / "cache");
    folder.write("cache", "no folder");
    EXPECT_EQ(build().problems.size(), 0U);
}

}  // namespace
}  // namespace broadside::batch
