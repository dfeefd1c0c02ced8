#include "broadside/files/remembering_stores.hpp"

#include <gmock/gmock.h>

#include "support/memory_files.hpp"

namespace broadside {
namespace {

using ::testing::SizeIs;

TEST(ReadLog, RemembersWhatWasRead) {
    testing::MemoryFileStore files;
    files.files = {{"a/b.json", "{}"}};
    ReadLog log(files);
    EXPECT_EQ(*log.read("a/b.json"), "{}");
    EXPECT_FALSE(log.read("a/c.json"));
    ASSERT_THAT(log.read_files(), SizeIs(1));
    EXPECT_EQ(log.read_files()[0].path, "a/b.json");
    EXPECT_EQ(log.read_files()[0].content, digest_of("{}"));
}

}  // namespace
}  // namespace broadside
