#include "broadside/translations.hpp"

#include <cstdlib>

#include <gmock/gmock.h>

#include "support/memory_files.hpp"
#include "support/temporary_folder.hpp"

/// Words go to translators and come back: nothing is lost on the way, whoever carries them.
namespace broadside {
namespace {

using ::testing::Ge;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kFlyer[] = BROADSIDE_SOURCE_DIR "/data/messengers";

Job flyer_job(const std::string& output) {
    Job job;
    job.dataset = kFlyer;
    job.languages = {"all"};
    job.output = output;
    return job;
}

Result<std::vector<MergedLocale>> merge(const std::string& dataset,
                                        const std::vector<std::string>& paths, FileStore& files,
                                        ByteSink& sink) {
    Job job;
    job.dataset = dataset;
    return merge_translations(job, {paths, FuzzyEntries::LeftOut}, files, sink);
}

/// The flyer with changes that never reach the disk.
struct Memory {
    DiskFileStore disk;
    testing::MemoryFileStore files;
    testing::MemorySink sink;

    Memory() { files.below = &disk; }

    std::vector<std::string> extract(const std::string& output) {
        const auto extracted = extract_translations(flyer_job(output), {}, files, sink);
        std::vector<std::string> paths;
        for (const ExtractedFile& file : extracted.value()) paths.push_back(file.path);
        keep();
        return paths;
    }

    void keep() {
        for (const auto& [path, bytes] : sink.written) files.files[path] = bytes;
        sink.written.clear();
    }
};

/// The extension of what is carried.
class RoundTrip : public ::testing::TestWithParam<const char*> {
protected:
    /// Every locale knows its sources, as after the first time that a PO file came back.
    RoundTrip() {
        const auto paths = memory.extract("first/{lang}.po");
        const auto merged = merge(kFlyer, paths, memory.files, memory.sink);
        for (const MergedLocale& locale : merged.value()) {
            EXPECT_EQ(locale.added + locale.changed + locale.refused, 0u) << locale.path;
        }
        memory.keep();
    }

    Memory memory;
};

TEST_P(RoundTrip, LeavesEveryLocaleOfTheFlyerAsItWas) {
    const auto paths = memory.extract("x/{lang}." + std::string(GetParam()));
    EXPECT_THAT(paths, SizeIs(Ge(19u)));
    const auto merged = merge(kFlyer, paths, memory.files, memory.sink);
    ASSERT_TRUE(merged);
    EXPECT_THAT(merged.diagnostics(), IsEmpty());
    EXPECT_THAT(memory.sink.written, IsEmpty());
}

TEST_P(RoundTrip, WritesTheLocalesOfTheFlyerAgainWhereThereAreNone) {
    const auto paths = memory.extract("x/{lang}." + std::string(GetParam()));
    memory.files.files["y/dataset.json"] = *memory.disk.read(std::string(kFlyer) + "/dataset.json");
    ASSERT_TRUE(merge("y", paths, memory.files, memory.sink));
    for (const auto& [path, bytes] : memory.sink.written) {
        std::string was = *memory.files.read(kFlyer + path.substr(1));
        // No file for translators has the numbering system, which is no word.
        const std::size_t digits = was.find("  \"digits\"");
        if (digits != std::string::npos) was.erase(digits, was.find('\n', digits) + 1 - digits);
        EXPECT_EQ(bytes, was) << path;
    }
}

INSTANTIATE_TEST_SUITE_P(Translations, RoundTrip, ::testing::Values("po", "json"));

TEST(Translations, ComeBackFromTheToolsOfGettext) {
    const testing::TemporaryFolder folder;
    DiskFileStore disk;
    DiskByteSink sink;
    const auto extracted = extract_translations(flyer_job(folder / "{lang}.po"), {}, disk, sink);
    ASSERT_TRUE(extracted);
    std::vector<std::string> back;
    for (const ExtractedFile& file : *extracted) {
        back.push_back(file.path + ".back.po");
        const std::string command =
            "msgfmt --check -o - '" + file.path + "' | msgunfmt -w 30 -o '" + back.back() + "' -";
        ASSERT_EQ(std::system(command.c_str()), 0) << file.path;
    }
    testing::MemorySink changes;
    const auto merged = merge(kFlyer, back, disk, changes);
    ASSERT_TRUE(merged);
    for (const MergedLocale& locale : *merged)
        EXPECT_EQ(locale.added + locale.changed + locale.refused, 0u) << locale.path;
}

TEST(Translations, AreTheSameBytesEachTime) {
    Memory one, other;
    one.extract("{lang}.po");
    other.extract("{lang}.po");
    EXPECT_EQ(one.files.files, other.files.files);
}

}  // namespace
}  // namespace broadside
