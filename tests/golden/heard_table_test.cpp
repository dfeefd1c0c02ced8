#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/flyer_words.hpp"
#include "golden/table_reading.hpp"
#include "support/browser.hpp"

/// The table of a finished SVG, as Chromium tells assistive technology of it, against the document.
namespace broadside::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::Ge;
using ::testing::SizeIs;

/// By path.
std::map<std::string, std::vector<HeardRow>> heard_pages(Job job) {
    job.formats = {"svg"};
    std::map<std::string, std::vector<HeardRow>> pages;
    for (const auto& [path, svg] : files_of(job)) {
        const TemporaryFolder folder;
        folder.write("page.svg", svg);
        browser().open(folder / "page.svg");
        pages[path] = rows_of(browser().accessible());
    }
    return pages;
}

/// Every cell of the body with its heads, as the pages tell it and as the document has it.
void expect_same_facts(const Job& job) {
    DiskFileStore files;
    const DocTableReader meant(clean(dump(job, Stage::Doc, files)));
    std::vector<std::string> heard;
    for (const auto& [path, rows] : heard_pages(job)) {
        for (const HeardRow& row : rows) EXPECT_THAT(row, SizeIs(meant.rows().front().size()));
        for (std::string& fact : facts_of(rows)) heard.push_back(std::move(fact));
    }
    EXPECT_THAT(heard, ElementsAreArray(facts_of(meant.rows())));
}

Job in_language(Job job, const std::string& language) {
    job.languages = {language};
    return job;
}

TEST(HeardTable, TellsTheFactsOfTheFlyer) {
    expect_same_facts(in_language(job_of(kFlyer), "fr"));
    expect_same_facts(in_language(job_of(kFlyer), "ar"));
}

TEST(HeardTable, SaysWhatTheFlyerSaysOfThreema) {
    const auto pages = heard_pages(in_language(job_of(kFlyer), "fr"));
    const auto facts = facts_of(pages.begin()->second);
    const std::string section = heard(kChatSection);
    EXPECT_THAT(facts, ::testing::Contains(section + ", Threema, Côtéserveur: codesourcefermé"));
}

TEST(HeardTable, HasTwoRowsOfHeadsAndCellsOverRowsAndColumns) {
    expect_same_facts(job_of({"tests/fixtures/spanners", "tests/fixtures/landscape.json"}));
}

/// In full, whatever short form is drawn.
TEST(HeardTable, HasHeadsInsideHeadsAndRotatedOnes) {
    expect_same_facts(job_of(kWide));
    expect_same_facts(in_language(job_of(kWide), "ar"));
}

TEST(HeardTable, SaysValuesBesideTheirTexts) { expect_same_facts(job_of(kVersions)); }

/// Each page is a file of its own: it tells the heads again, and what began on the page before.
TEST(HeardTable, StandsByItselfOnEveryPage) {
    const TemporaryFolder folder;
    folder.write("strip.json",
                 R"({"format": 1, "name": "strip", "blocks": [{"kind": "table"}, {"kind": "notes"}],
                                   "page": {"size": {"width": "260mm", "height": "60mm"}, "margin": "5mm"}})");
    Job job = job_of({"tests/fixtures/spanners", ""});
    job.layouts = {folder / "strip.json"};
    job.formats = {"svg"};
    EXPECT_THAT(files_of(job), SizeIs(Ge(3u)));
    expect_same_facts(job);
}

}  // namespace
}  // namespace broadside::testing
