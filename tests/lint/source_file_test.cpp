#include "lint/source_file.hpp"

#include <algorithm>

#include <gmock/gmock.h>

namespace broadside::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SplitLines, KeepsEmptyLinesAndALastLineWithoutLineFeed) {
    EXPECT_THAT(split_lines("a\n\nb"), ElementsAre("a", "", "b"));
    EXPECT_THAT(split_lines(""), IsEmpty());
}

TEST(ReadRepository, FindsCodeAndLeavesOutWhatWasBuilt) {
    const auto files = read_repository(BROADSIDE_SOURCE_DIR);
    const auto holds = [&](std::string_view start) {
        return std::any_of(files.begin(), files.end(),
                           [&](const SourceFile& file) { return file.path.starts_with(start); });
    };
    EXPECT_TRUE(holds("src/broadside/base/units.hpp"));
    EXPECT_TRUE(holds("run"));
    EXPECT_FALSE(holds("build/"));
    EXPECT_FALSE(holds(".git/"));
}

}  // namespace
}  // namespace broadside::lint
