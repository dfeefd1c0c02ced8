#include <gmock/gmock.h>

#include "support/program.hpp"

/// The first thing that somebody makes.
namespace broadside::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class Starter : public testing::ProgramTest {};

TEST_F(Starter, RendersAtOnceAndWithoutAWarning) {
    const auto made = run("init 'my prices'");
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_THAT(made.out, StartsWith("my prices/dataset.yaml\nmy prices/layouts/page.yaml\n"));
    EXPECT_THAT(made.out, EndsWith("print it: broadside build 'my prices' -l page\n"));
    EXPECT_THAT(folder.read("my prices/dataset.yaml"), HasSubstr("\nid: my-prices\n"));
    const auto built = run("build 'my prices' -l page -f pdf,html -o 'out/{name}.{ext}'");
    EXPECT_EQ(built.code, 0);
    EXPECT_EQ(built.err, "");
    EXPECT_THAT(folder.read("out/my prices.pdf"), StartsWith("%PDF"));
}

TEST_F(Starter, OverwritesNothing) {
    folder.write("prices/layouts/page.yaml", "mine");
    const auto refused = run("init prices");
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, StartsWith("prices/layouts/page.yaml: error: the file is there"));
    EXPECT_FALSE(std::filesystem::exists(folder / "prices/dataset.yaml"));
    EXPECT_EQ(folder.read("prices/layouts/page.yaml"), "mine");
}

}  // namespace
}  // namespace broadside::cli
