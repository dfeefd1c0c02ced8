#include "broadside/job/gap_walk.hpp"

#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "broadside/load/load.hpp"

namespace broadside {
namespace {

using ::testing::Ge;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

using Texts = std::vector<std::pair<std::string, TextForm>>;

struct Collecting {
    Texts texts;

    void text(const model::Text& text, TextForm form, MayBeEmpty) {
        texts.emplace_back(text.text, form);
    }
    bool cell(const model::Cell&, const model::Column&) { return false; }
};

model::Dataset dataset_at(const std::filesystem::path& path) {
    std::ifstream file(path);
    return load::load_dataset({path.string(), {std::istreambuf_iterator<char>(file), {}}}).value();
}

/// Whatever a dataset says may have a gap: what the walk does not know, records would leave as it
/// is, braces and all.
TEST(GapWalk, FindsEveryText) {
    const std::filesystem::path top(BROADSIDE_SOURCE_DIR);
    std::size_t datasets = 0;
    for (const char* folder : {"data", "tests/fixtures"}) {
        for (const auto& entry : std::filesystem::directory_iterator(top / folder)) {
            const auto path = entry.path() / "dataset.json";
            if (!std::filesystem::exists(path)) continue;
            ++datasets;
            model::Dataset dataset = dataset_at(path);
            std::deque<model::Text> open;
            Texts expected;
            model::replace_texts(dataset, [&](const model::TextSlot& slot) {
                open.push_back(*slot.text);
                open.back().text += "{x}";
                expected.emplace_back(open.back().text, slot.form);
                return &open.back();
            });
            EXPECT_THAT(expected, SizeIs(Ge(2U)));
            Collecting found;
            GapWalk(found).walk(dataset);
            EXPECT_THAT(found.texts, UnorderedElementsAreArray(expected)) << path;
        }
    }
    EXPECT_GE(datasets, 10U);
}

}  // namespace
}  // namespace broadside
