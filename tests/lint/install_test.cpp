#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "emit/tool.hpp"

namespace broadside::lint {
namespace {

/// The program that the README shows for users of the library.
std::string readme_program() {
    std::ostringstream text;
    text << std::ifstream(BROADSIDE_SOURCE_DIR "/README.md").rdbuf();
    const std::string readme = text.str(), fence = "```cpp\n";
    const std::size_t begin = readme.find(fence) + fence.size();
    return readme.substr(begin, readme.find("```", begin) - begin);
}

TEST(InstalledLibrary, HasEveryHeaderThatTheReadmesProgramNeeds) {
    const testing::TemporaryFolder folder;
    const std::string prefix = folder / "prefix";
    const test::ToolOutput compiled = test::run_tool(
        "cmake --install '" BROADSIDE_BINARY_DIR "' --component headers --prefix '" + prefix +
            "' > /dev/null && c++ -std=c++20 -fsyntax-only -I '" + prefix + "/include' -x c++ {}",
        readme_program());
    EXPECT_EQ(compiled.status, 0) << compiled.text;
}

}  // namespace
}  // namespace broadside::lint
