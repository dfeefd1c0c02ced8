#include <algorithm>
#include <filesystem>
#include <set>

#include <gmock/gmock.h>

#include "golden/edition.hpp"

/// What the repository holds can be set without a word.
namespace broadside::testing {
namespace {

namespace fs = std::filesystem;

/// Fixtures in a layout that suits them.
const std::vector<Edition> kFixtures{
    kMinimal,
    kExcerpt,
    kSymbols,
    kVersions,
    {"tests/fixtures/trial", "tests/fixtures/trial/layout.json"},
    kWide,
    {"tests/fixtures/figures", "tests/fixtures/plain.json"},
    {"tests/fixtures/matrix", "tests/fixtures/landscape.json"},
    {"tests/fixtures/numbers", "tests/fixtures/plain.json"},
    {"tests/fixtures/bicycles", "tests/fixtures/filled.json"},
    {"tests/fixtures/glossary", "tests/fixtures/filled.json"},
    {"tests/fixtures/pictures", "tests/fixtures/pictures/layouts/sheet.json"},
    {"tests/fixtures/prices", "tests/fixtures/plain.json"},
    {"tests/fixtures/schedule", "tests/fixtures/schedule/layout.json"},
    {"tests/fixtures/spanners", "tests/fixtures/landscape.json"},
};

/// The gallery of the README, each in its own layout.
const std::vector<Edition> kGallery{
    {"data/menu", "data/menu/layouts/menu-a4.json"},
    {"data/timetable", "data/timetable/layouts/timetable-a4.json"},
    {"data/browsers", "data/browsers/layouts/browsers-a4.json"},
};

std::vector<Edition> shipped_editions() {
    std::vector<Edition> editions;
    for (const auto& entry : fs::directory_iterator(repository_path("layouts"))) {
        if (entry.path().extension() != ".json") continue;
        // That one is for fewer rows than the flyer has.
        const bool is_for_plans = entry.path().stem() == "plans-a4";
        editions.push_back({is_for_plans ? "data/timetable" : "data/messengers",
                            "layouts/" + entry.path().filename().string()});
    }
    std::sort(editions.begin(), editions.end(),
              [](const Edition& a, const Edition& b) { return a.layout < b.layout; });
    return editions;
}

class Editions : public ::testing::TestWithParam<Edition> {};

TEST_P(Editions, AreSetWithoutAWord) {
    Job job = job_of(GetParam(), {"pdf", "svg", "png", "html"});
    job.output_options.ppi = 130;
    DiskFileStore files;
    MemorySink sink;
    const auto report = build(job, files, sink);
    EXPECT_EQ(problems_of(report), "");
    EXPECT_GE(sink.written.size(), 4U);
}

class Gallery : public ::testing::TestWithParam<Edition> {};

TEST_P(Gallery, IsSetInEveryLanguageWithoutAWord) {
    Job job = job_of(GetParam(), {"pdf", "svg", "png", "html"});
    job.output_options.ppi = 130;
    job.languages = {"all"};
    job.output = "{name}-{layout}-{lang}.{ext}";
    DiskFileStore files;
    MemorySink sink;
    const auto report = build(job, files, sink);
    EXPECT_EQ(problems_of(report), "");
    // Three languages in four formats, a page each, and the manifest.
    EXPECT_EQ(sink.written.size(), 13U);
}

INSTANTIATE_TEST_SUITE_P(Shipped, Gallery, ::testing::ValuesIn(kGallery), name_of);
INSTANTIATE_TEST_SUITE_P(Shipped, Editions, ::testing::ValuesIn(shipped_editions()), name_of);
INSTANTIATE_TEST_SUITE_P(Fixtures, Editions, ::testing::ValuesIn(kFixtures), name_of);

/// Folders that hold a dataset, in one of the repository's.
std::set<std::string> datasets_in(const std::string& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(repository_path(folder))) {
        if (!fs::exists(entry.path() / "dataset.json")) continue;
        found.insert(folder + "/" + entry.path().filename().string());
    }
    return found;
}

TEST(Datasets, AreAllSetSomewhere) {
    std::set<std::string> known = {"data/messengers"};
    for (const Edition& edition : kGallery) known.insert(edition.dataset);
    EXPECT_EQ(known, datasets_in("data"));
}

TEST(Fixtures, AreAllSetSomewhere) {
    std::set<std::string> known = {"tests/fixtures/faulty_locale"};  // is read and never set
    for (const Edition& edition : kFixtures) known.insert(edition.dataset);
    EXPECT_EQ(known, datasets_in("tests/fixtures"));
}

}  // namespace
}  // namespace broadside::testing
