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
    kWide,
    {"tests/fixtures/figures", "tests/fixtures/plain.json"},
    {"tests/fixtures/matrix", "tests/fixtures/landscape.json"},
    {"tests/fixtures/numbers", "tests/fixtures/plain.json"},
    {"tests/fixtures/bicycles", "tests/fixtures/filled.json"},
    {"tests/fixtures/glossary", "tests/fixtures/filled.json"},
    {"tests/fixtures/prices", "tests/fixtures/plain.json"},
    {"tests/fixtures/schedule", "tests/fixtures/schedule/layout.json"},
    {"tests/fixtures/spanners", "tests/fixtures/landscape.json"},
};

std::vector<Edition> shipped_editions() {
    std::vector<Edition> editions;
    for (const auto& entry : fs::directory_iterator(repository_path("layouts"))) {
        if (entry.path().extension() != ".json") continue;
        editions.push_back({"data/messengers", "layouts/" + entry.path().filename().string()});
    }
    std::sort(editions.begin(), editions.end(),
              [](const Edition& a, const Edition& b) { return a.layout < b.layout; });
    return editions;
}

class Editions : public ::testing::TestWithParam<Edition> {};

TEST_P(Editions, AreSetWithoutAWord) {
    Job job = job_of(GetParam(), {"pdf", "svg", "png", "html"});
    job.ppi = 36;
    DiskFileStore files;
    MemorySink sink;
    const auto report = build(job, files, sink);
    EXPECT_EQ(problems_of(report), "");
    EXPECT_GE(sink.written.size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(Shipped, Editions, ::testing::ValuesIn(shipped_editions()), name_of);
INSTANTIATE_TEST_SUITE_P(Fixtures, Editions, ::testing::ValuesIn(kFixtures), name_of);

TEST(Fixtures, AreAllSetSomewhere) {
    std::set<std::string> found;
    std::set<std::string> known = {"tests/fixtures/faulty_locale"};  // is read and never set
    for (const Edition& edition : kFixtures) known.insert(edition.dataset);
    for (const auto& entry : fs::directory_iterator(repository_path("tests/fixtures"))) {
        if (!fs::exists(entry.path() / "dataset.json")) continue;
        found.insert("tests/fixtures/" + entry.path().filename().string());
    }
    EXPECT_EQ(known, found);
}

}  // namespace
}  // namespace broadside::testing
