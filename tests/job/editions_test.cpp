#include "broadside/editions.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::SizeIs;

TEST(SetEditions, SetsOneForEachLayout) {
    testing::TinyProject project;
    project.files.files["own.json"] = testing::kTinyLayout;
    project.job.layouts = {"plain", "own.json"};
    const auto set = set_editions(project.job, project.files);
    ASSERT_TRUE(set);
    ASSERT_THAT(set->editions, SizeIs(2));
    EXPECT_EQ(set->id, "planets");
    EXPECT_EQ(set->editions[1].layout_file, "own.json");
    EXPECT_THAT(set->editions[1].document.pages, SizeIs(1));
}

TEST(SetEditions, ReportsTheProblemsOfAllLayouts) {
    testing::TinyProject project;
    project.job.layouts = {"plane", "wob"};
    const auto set = set_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(2));
    EXPECT_EQ(set.diagnostics()[0].message, "unknown layout \"plane\"");
    EXPECT_EQ(set.diagnostics()[1].message, "unknown layout \"wob\"");
}

TEST(SetEditions, ReportsAProblemOfTheDatasetOnce) {
    testing::TinyProject project;
    project.files.files.erase("symbols/yes.svg");
    project.files.files["designs/plain.json"] = testing::kTinyLayout;
    project.files.files["designs/again.json"] = testing::kTinyLayout;
    project.job.layouts = {"designs/plain.json", "designs/again.json"};
    project.job.font_manifest = BROADSIDE_SOURCE_DIR "/fonts/manifest.json";
    project.job.resources = {};
    const auto set = set_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(1));
    EXPECT_EQ(set.diagnostics()[0].message, "there is no symbol \"yes\"");
}

TEST(SetEditions, ReportsWhatIsWrongAfterALayoutWithoutFonts) {
    testing::TinyProject project;
    project.files.files["./own.json"] =
        R"({"format": 1, "name": "own", "fonts": {"body": "Comic Sans"}, "blocks": [{"kind": "table"}]})";
    project.files.files["./narrow.json"] =
        R"({"format": 1, "name": "narrow", "page": {"size": {"width": "9mm", "height": "90mm"},
            "margin": "1mm"}, "blocks": [{"kind": "table"}]})";
    project.job.layouts = {"./own.json", "./narrow.json"};
    const auto set = set_editions(project.job, project.files);
    ASSERT_GE(set.diagnostics().size(), 2u);
    EXPECT_EQ(set.diagnostics()[0].code, "unknown-font-family");
    EXPECT_EQ(set.diagnostics()[1].code, "overflow");
}

TEST(SetEditions, SeeksNoSymbolsForALayoutThatCannotBeRead) {
    testing::TinyProject project;
    project.files.files.erase("symbols/yes.svg");
    project.job.layouts = {"plane"};
    project.job.font_manifest = BROADSIDE_SOURCE_DIR "/fonts/manifest.json";
    const auto set = set_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(1));
    EXPECT_EQ(set.diagnostics()[0].message, "unknown layout \"plane\"");
}

TEST(SetEditions, ShowsNoMoreProblemsThanAnybodyReads) {
    testing::TinyProject project;
    std::string rows;
    for (int row = 0; row < 150; ++row) {
        rows += "{\"id\": \"r" + std::to_string(row) + "\", \"rings\": \"maybe\"}, ";
    }
    std::string& dataset = project.files.files["planets.json"];
    dataset.insert(dataset.find("{\"id\": \"saturn\""), rows);
    const auto set = set_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(101));
    EXPECT_EQ(set.diagnostics().back().message, "50 more problems are not shown");
}

TEST(SetEditions, ListsTheLanguagesThatExist) {
    testing::TinyProject project;
    project.job.languages = {"all", "en", "de"};
    EXPECT_EQ(to_string(set_editions(project.job, project.files).diagnostics().front()),
              "error: unknown language \"de\"\n  hint: known: en");
}

TEST(CheckReferences, NeedsNoLayoutAndNoFonts) {
    testing::TinyProject project;
    project.job.layouts = {};
    project.job.resources = {};
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(project.job, Need::References, project.files, diagnostics);
    ASSERT_TRUE(sources);
    EXPECT_THAT(check_references(*sources, sources->layouts.front()), SizeIs(0));
}

}  // namespace
}  // namespace broadside
