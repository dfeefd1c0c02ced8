#include "lint/link_rule.hpp"

#include <gmock/gmock.h>

namespace broadside::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

bool has_data_readme(const std::string& path) { return path == "data/README.md"; }

TEST(LinkRule, FindsLinksThatLeadToNothing) {
    const SourceFile file{"README.md", "\n[a](data/README.md) and [b](gone.md)\n"};
    EXPECT_THAT(broken_links(file, has_data_readme),
                ElementsAre("README.md:2: 'gone.md' is not there"));
}

TEST(LinkRule, FollowsLinksFromTheFolderOfTheFile) {
    const SourceFile file{"src/ARCHITECTURE.md", "[data](../data/README.md#rows)\n"};
    EXPECT_THAT(broken_links(file, has_data_readme), IsEmpty());
}

TEST(LinkRule, FindsAPictureInsideALink) {
    const SourceFile file{"README.md", "[![page](page.png)](data/README.md)\n"};
    EXPECT_THAT(broken_links(file, has_data_readme),
                ElementsAre("README.md:1: 'page.png' is not there"));
}

TEST(LinkRule, LeavesTheWebAndAnchorsAlone) {
    const SourceFile file{"README.md", "[a](https://example.org/x) [b](#limits)\n"};
    EXPECT_THAT(broken_links(file, has_data_readme), IsEmpty());
}

TEST(CodeBlocks, TakesTheBlocksOfOneLanguage) {
    const SourceFile file{"README.md",
                          "```json\n{}\n```\ntext\n```sh\nls\n```\n```json\n[]\n```\n"};
    EXPECT_THAT(code_blocks(file, "json"), ElementsAre("{}\n", "[]\n"));
}

}  // namespace
}  // namespace broadside::lint
