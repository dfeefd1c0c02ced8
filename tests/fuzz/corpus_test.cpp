#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "fuzz/targets.hpp"

/// The corpus of the fuzzer, input by input, in a program that no fuzzer drives. What breaks
/// something once becomes a file of the corpus.
namespace broadside::fuzz {
namespace {

namespace fs = std::filesystem;

class Corpus : public testing::TestWithParam<Target> {};

TEST_P(Corpus, DoesNoHarm) {
    std::size_t inputs = 0, outputs = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(BROADSIDE_SOURCE_DIR) /
                                                    "tests/fuzz/corpus" / GetParam().name)) {
        SCOPED_TRACE(entry.path().filename());
        std::ifstream file(entry.path(), std::ios::binary);
        outputs += GetParam().run(std::string(std::istreambuf_iterator<char>(file), {}));
        ++inputs;
    }
    EXPECT_GT(inputs, 0u);
    // A target that can make no page at all tries nothing; there is no font in the tree.
    if (GetParam().name != "font") {
        EXPECT_GT(outputs, 0u);
    }
}

TEST(FontTarget, SetsAPageInTheFontItIsGiven) {
    std::ifstream file("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    EXPECT_GT(find_target("font")->run(bytes), 0u);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, testing::ValuesIn(targets().begin(), targets().end()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace broadside::fuzz
