#include "broadside/editions/editions.hpp"

#include <gmock/gmock.h>

#include "broadside/text/pango_shaper.hpp"
#include "support/all_editions.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::SizeIs;

TEST(SetEditions, SetsOneForEachLayout) {
    testing::TinyProject project;
    project.files.files["own.json"] = testing::kTinyLayout;
    project.job.layouts = {"plain", "own.json"};
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_TRUE(set);
    ASSERT_THAT(*set, SizeIs(2));
    EXPECT_EQ(set->at(1).layout, "plain");
    EXPECT_THAT(set->at(1).document.pages, SizeIs(1));
}

TEST(SetEditions, SetsTheDatasetsTextsInTheLanguageOfTheEdition) {
    testing::TinyProject project;
    std::string& dataset = project.files.files["planets.json"];
    dataset.insert(dataset.rfind('}'), R"(, "texts": {"intro": "Look up."})");
    project.files.files["locales/de.json"] = R"({"format": 1, "language": "de",
        "translates": "planets", "texts": {"intro": "Schau hinauf."}})";
    project.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
        "blocks": [{"kind": "table"}, {"kind": "text", "ref": "intro"}]})";
    project.job.languages = {"de"};
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_TRUE(set);
    const auto& item = set->at(0).document.pages[0].items.at(1);
    const auto& text = std::get<placed::Text>(item.kind);
    EXPECT_EQ(text.lines[0].runs[0].glyphs.utf8, "Schau hinauf.");
}

TEST(SetEditions, ReportsAProblemOfTheDatasetOnce) {
    testing::TinyProject project;
    project.files.files.erase("symbols/yes.svg");
    project.files.files["designs/plain.json"] = testing::kTinyLayout;
    project.files.files["designs/again.json"] = testing::kTinyLayout;
    project.job.layouts = {"designs/plain.json", "designs/again.json"};
    project.job.font_manifest = BROADSIDE_SOURCE_DIR "/fonts/manifest.json";
    project.job.resources = {};
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(1));
    EXPECT_EQ(set.diagnostics()[0].message, "there is no symbol \"yes\"");
}

TEST(SetEditions, ReportsWhatIsWrongAfterALayoutWithoutFonts) {
    testing::TinyProject project;
    project.files.files["./own.json"] =
        R"({"format": 1, "name": "own", "fonts": {"body": "Comic Sans"}, "blocks": [{"kind": "table"}]})";
    project.files.files["./narrow.json"] =
        R"({"format": 1, "name": "narrow", "page": {"size": {"width": "12mm", "height": "90mm"},
            "margin": "3mm"}, "blocks": [{"kind": "table"}]})";
    project.job.layouts = {"./own.json", "./narrow.json"};
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_GE(set.diagnostics().size(), 2u);
    EXPECT_EQ(set.diagnostics()[0].code, "unknown-font-family");
    EXPECT_EQ(set.diagnostics()[1].code, "overflow");
}

TEST(SetEditions, SeeksNoSymbolsForALayoutThatCannotBeRead) {
    testing::TinyProject project;
    project.files.files.erase("symbols/yes.svg");
    project.job.layouts = {"plane"};
    project.job.font_manifest = BROADSIDE_SOURCE_DIR "/fonts/manifest.json";
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(1));
    EXPECT_EQ(set.diagnostics()[0].message, "unknown layout \"plane\"");
}

TEST(SetEditions, ShowsNoMoreProblemsThanAnybodyReads) {
    testing::TinyProject project;
    std::string rows;
    for (int row = 0; row < 150; ++row) {
        const std::string number = std::to_string(row);
        rows += "{\"id\": \"r" + number + "\", \"rings\": \"maybe" + number + "\"}, ";
    }
    std::string& dataset = project.files.files["planets.json"];
    dataset.insert(dataset.find("{\"id\": \"saturn\""), rows);
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_THAT(set.diagnostics(), SizeIs(101));
    EXPECT_EQ(set.diagnostics().back().message, "50 more problems are not shown");
}

constexpr char kLockedLayout[] = R"({"format": 1, "name": "locked",
  "page": {"size": {"width": "60mm", "height": "40mm"}, "margin": "5mm"},
  "blocks": [{"kind": "header"}, {"kind": "table"}], "fit": {"lock": true, "max_font": "20pt"}})";

std::string locale(const std::string& language, const std::string& title) {
    return R"({"format": 1, "language": ")" + language +
           R"(", "translates": "planets", "title": ")" + title +
           R"(", "columns": {"planet": {"title": "Planet"}, "rings": {"title": "Ringe"}},
            "values": {"rings": {"values": {"yes": {"label": "hat Ringe"}}}},
            "rows": {"saturn": {"planet": "Saturn"}}})";
}

/// A short title in English, a long one in German, on a small page in one grid.
struct LockedProject : testing::TinyProject {
    LockedProject() {
        files.files["own/locked.json"] = kLockedLayout;
        files.files["locales/de.json"] = locale("de", "Die Planeten unserer Heimat");
        files.files["locales/nl.json"] = locale("nl", "Planeten");
        job.layouts = {"own/locked.json"};
        job.languages = {"all"};
    }
};

const placed::Table& table_of(const Edition& edition) {
    for (const placed::Item& item : edition.document.pages.at(0).items) {
        if (const auto* table = std::get_if<placed::Table>(&item.kind)) return *table;
    }
    throw std::runtime_error("no table");
}

TEST(SetEditions, SetsTheLanguagesOfALockedLayoutInOneGrid) {
    LockedProject project;
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_TRUE(set) << to_string(set.diagnostics().front());
    ASSERT_THAT(*set, SizeIs(3));
    for (const Edition& edition : *set) {
        EXPECT_EQ(table_of(edition).column_edges, table_of(set->at(0)).column_edges);
        EXPECT_EQ(table_of(edition).rows[1].y, table_of(set->at(0)).rows[1].y);
        EXPECT_EQ(edition.document.decisions.limited_by, "de");
    }
}

TEST(SetEditions, SetsEachLanguageByItselfWithoutALock) {
    LockedProject project;
    std::string& layout = project.files.files["own/locked.json"];
    layout.replace(layout.find("\"lock\": true, "), 14, "");
    const auto set = testing::all_editions(project.job, project.files);
    ASSERT_TRUE(set) << to_string(set.diagnostics().front());
    EXPECT_NE(set->at(0).document.decisions.type_scale, set->at(1).document.decisions.type_scale);
}

/// The languages of a job in one grid.
std::vector<Result<Edition>> together(LockedProject& project) {
    Diagnostics diagnostics;
    const auto sources = read_sources(project.job, SourcesFor::Pages, project.files, diagnostics);
    const auto shaper = open_shaper(*sources);
    return set_editions_together(*sources, {sources->layouts.front()}, sources->languages.languages,
                                 *shaper.value());
}

TEST(SetEditionsTogether, LeavesOutALanguageWithoutGlyphs) {
    LockedProject project;
    project.files.files["locales/de.json"] = locale("de", "\U00012000");
    const auto results = together(project);
    ASSERT_THAT(results, SizeIs(3));
    EXPECT_TRUE(results[0].ok() && results[2].ok());
    ASSERT_FALSE(results[1].ok());
    EXPECT_EQ(results[1].diagnostics()[0].code, "missing-glyph");
    EXPECT_EQ(results[1].diagnostics()[0].file, "locales/de.json");
    EXPECT_GT(results[1].diagnostics()[0].line, 0u);
}

TEST(SetEditionsTogether, NamesTheLanguageThatNoPageHolds) {
    LockedProject project;
    project.files.files["locales/de.json"] =
        locale("de", "Planetenbahnelementeverzeichnisherausgeberinnenverband");
    for (const auto& result : together(project)) {
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.diagnostics().back().message, "too long: de");
    }
}

}  // namespace
}  // namespace broadside
