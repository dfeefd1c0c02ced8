#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

/// Every dataset, layout and manifest of the repository loads without a word.
namespace broadside::load {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = BROADSIDE_SOURCE_DIR;

template <typename Load>
void expect_loads(const fs::path& path, Load load) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(problems_of(load({path.filename(), bytes})), testing::IsEmpty());
}

TEST(RepositoryFiles, HaveGoodDatasets) {
    for (const auto& entry : fs::directory_iterator(kRoot / "data")) {
        const fs::path dataset = entry.path() / "dataset.json";
        if (fs::exists(dataset))
            expect_loads(dataset, [](const SourceFile& source) { return load_dataset(source); });
    }
}

TEST(RepositoryFiles, HaveGoodLayouts) {
    for (const auto& entry : fs::directory_iterator(kRoot / "layouts")) {
        if (entry.path().extension() == ".json")
            expect_loads(entry.path(),
                         [](const SourceFile& source) { return load_layout(source); });
    }
}

TEST(RepositoryFiles, HaveAGoodFontManifest) {
    expect_loads(kRoot / "fonts" / "manifest.json", load_font_manifest);
}

}  // namespace
}  // namespace broadside::load
