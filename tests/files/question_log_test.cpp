#include "broadside/files/question_log.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>

#include "support/memory_files.hpp"
#include "support/temporary_folder.hpp"

namespace broadside {
namespace {

TEST(QuestionLog, RemembersWhatItWasToldAndWhatItRead) {
    testing::MemoryFileStore files;
    files.files = {{"a/b.json", "{}"}};
    QuestionLog log(files);
    log.read("a/b.json");
    log.is_folder("c");
    log.list("a");
    for (const auto& [asked, told] : log.answers)
        EXPECT_EQ(answer(asked.second, asked.first, files), told) << asked.first;
    EXPECT_EQ(log.answers.size(), 2U);
    EXPECT_EQ(log.files.at("a/b.json").content, digest_of("{}"));
    files.files["a/c.json"] = files.files["c/d"] = "";
    for (const auto& [asked, told] : log.answers)
        EXPECT_NE(answer(asked.second, asked.first, files), told) << asked.first;
}

TEST(QuestionLog, CannotBeAskedAgainOfWhatIsThereOnce) {
    testing::MemoryFileStore files;
    EXPECT_FALSE(QuestionLog(files).read("nowhere"));
    QuestionLog stream(files), missing(files), changing(files);
    stream.is_stream("-");
    EXPECT_FALSE(stream.can_be_asked_again);
    missing.read("nowhere");
    EXPECT_FALSE(missing.can_be_asked_again);
    files.files["a"] = "1";
    changing.read("a");
    EXPECT_TRUE(changing.can_be_asked_again);
    files.files["a"] = "2";
    changing.read("a");
    EXPECT_FALSE(changing.can_be_asked_again);
}

TEST(KnownFile, IsKnownByItsFactsOnceTheyAreSettled) {
    const testing::TemporaryFolder folder;
    folder.write("a", "1");
    DiskFileStore files;
    KnownFile known{true, files.facts(folder / "a"), {}};
    ASSERT_TRUE(known.facts);
    KnownFile settled = known;
    keep_settled(folder / "a", known, files);
    EXPECT_FALSE(known.facts) << "it may change again before the clock ticks";
    EXPECT_FALSE(is_unchanged(folder / "a", known, files)) << "nothing tells";
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
    keep_settled(folder / "a", settled, files);
    EXPECT_TRUE(is_unchanged(folder / "a", settled, files));
    folder.write("a", "2");
    EXPECT_FALSE(is_unchanged(folder / "a", settled, files));
    std::filesystem::remove(folder / "a");
    EXPECT_FALSE(is_unchanged(folder / "a", settled, files));
}

TEST(KnownFile, IsKnownByItsContentElse) {
    const testing::TemporaryFolder folder;
    folder.write("a", "1");
    DiskFileStore files;
    KnownFile known{true, std::nullopt, digest_of("1")};
    EXPECT_TRUE(is_unchanged(folder / "a", known, files));
    folder.write("a", "2");
    EXPECT_FALSE(is_unchanged(folder / "a", known, files));
}

TEST(KnownFile, MayBeOneThatIsNotThere) {
    const testing::TemporaryFolder folder;
    DiskFileStore files;
    KnownFile known;
    EXPECT_TRUE(is_unchanged(folder / "a", known, files));
    folder.write("a", "");
    EXPECT_FALSE(is_unchanged(folder / "a", known, files));
}

}  // namespace
}  // namespace broadside
