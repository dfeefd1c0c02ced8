#include <filesystem>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"

/// What every language of every layout keeps to.
namespace broadside::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

/// Lines of tables that reach over the sides of their table, marks of notes included.
std::vector<std::string> lines_outside_tables(const placed::Document& document) {
    constexpr Pt kGrid{0.01};
    std::vector<std::string> outside;
    for (const placed::Page& page : document.pages) {
        placed::for_each_part(page.items, [&](const placed::Table& table) {
            for (const placed::Cell& cell : table.cells) {
                for (const placed::Content& content : cell.content) {
                    const auto* text = std::get_if<placed::Text>(&content);
                    if (text == nullptr) continue;
                    for (const placed::Line& line : text->lines) {
                        if (line.left < table.box.x - kGrid ||
                            line.left + line.width > table.box.right() + kGrid)
                            outside.push_back(line.runs.front().glyphs.utf8);
                    }
                }
            }
        });
    }
    return outside;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(repository_path(folder))) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    }
    return names;
}

placed::Document placed_in(const std::string& layout, const std::string& language) {
    Job job = job_of({"data/messengers", "layouts/" + layout + ".json"});
    job.languages = {language};
    return placed_of(job);
}

TEST(Tables, KeepTheirTextInsideInEveryLanguage) {
    for (const std::string& language : names_in("data/messengers/locales")) {
        const placed::Document placed = placed_in("flyer-a4", language);
        EXPECT_THAT(placed_cells(placed), Not(IsEmpty())) << language;
        EXPECT_THAT(lines_outside_tables(placed), IsEmpty()) << language;
    }
}

TEST(Tables, KeepTheirTextInsideInEveryLayout) {
    for (const std::string& layout : names_in("layouts")) {
        if (layout == "plans-a4") continue;  // is for fewer rows than the flyer has
        EXPECT_THAT(lines_outside_tables(placed_in(layout, "ar")), IsEmpty()) << layout;
    }
}

}  // namespace
}  // namespace broadside::testing
