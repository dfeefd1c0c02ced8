#include "cli/print.hpp"

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

TEST(ToJson, HasWhatIsKnownEscaped) {
    Diagnostic diagnostic = error("unknown-key", "unknown key \"\n\"", {"one", "two"})
                                .at({"a\\b.json", "/é", {3, 7}})
                                .in("de", "columns/what/title");
    EXPECT_EQ(to_json(diagnostic),
              R"({"severity":"error","code":"unknown-key","file":"a\\b.json","line":3,"column":7,)"
              R"("pointer":"/é","text":"columns/what/title","language":"de",)"
              R"("message":"unknown key \"\u000a\"","hints":["one","two"]})");
    EXPECT_EQ(to_json(warning("", "")),
              R"({"severity":"warning","code":"","message":"","hints":[]})");
}

BuildReport report_of(std::vector<EditionReport> editions) {
    BuildReport report;
    report.editions = std::move(editions);
    return report;
}

EditionReport edition_of(std::vector<FileState> states) {
    EditionReport edition{"de web", EditionState::Made, states.size(), {}};
    for (const FileState state : states) {
        edition.files.emplace_back();
        edition.files.back().state = state;
    }
    return edition;
}

TEST(BuildSummary, CountsAndNamesWhatFailed) {
    EXPECT_EQ(build_summary(report_of({edition_of({FileState::Written, FileState::Unchanged}),
                                       {"fr web", EditionState::Failed, 2, {}}})),
              "1 written, 1 unchanged, 2 failed: fr web");
    EXPECT_EQ(build_summary(report_of(
                  {edition_of({FileState::Written}), {"fr web", EditionState::Stopped, 1, {}}})),
              "stopped: 1 written, 0 unchanged, 1 not made");
}

TEST(BuildSummary, CountsWhatIsLeftOver) {
    BuildReport report = report_of({edition_of({FileState::Written})});
    report.leftovers = {"x-2.png"};
    EXPECT_EQ(build_summary(report), "1 written, 0 unchanged, 1 left over");
}

TEST(BuildSummary, CountsCardsThatAreLeftOut) {
    EditionReport sheets = edition_of({FileState::Written});
    sheets.cards_left_out = 2;
    EXPECT_EQ(build_summary(report_of({sheets})), "1 written, 0 unchanged, 2 cards left out");
}

TEST(BuildSummary, SaysNothingOfOneFileThatWasWritten) {
    EXPECT_EQ(build_summary({}), "");
    EXPECT_EQ(build_summary(report_of({edition_of({FileState::Written})})), "");
    EXPECT_EQ(build_summary(report_of({edition_of({FileState::Unchanged})})),
              "0 written, 1 unchanged");
}

TEST(TranslationLine, CountsWhatIsMissing) {
    EXPECT_EQ(translation_line({{71, 70, {{"fr", 1}}}, "de"}),
              "de: 70 of 71 texts translated, 1 in fr, draft");
    EXPECT_EQ(translation_line({{71, 70, {{"fr", 1}}, false, 2}, "de"}),
              "de: 70 of 71 texts translated, 1 in fr, 2 stale, draft");
    EXPECT_EQ(translation_line({{71, 71, {}, true}, "de"}), "de: 71 of 71 texts translated");
}

TEST(Summary, CountsPages) {
    const auto summary_of = [](const PageFacts& facts) {
        return summary(PageReport{"a.pdf", FileState::Written, facts});
    };
    EXPECT_EQ(summary_of({1, 6.94}), "1 page, smallest type 6.9 pt");
    EXPECT_EQ(summary_of({2, 7}), "2 pages, smallest type 7.0 pt");
    PageFacts shared{1, 7};
    shared.limited_by = "de";
    EXPECT_EQ(summary_of(shared), "1 page, smallest type 7.0 pt, size set by de");
}

TEST(Summary, CountsTheTextsOfAFile) {
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 0}), "a.po  12 texts, 10 translated");
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 2}),
              "a.po  12 texts, 10 translated, 2 of them stale");
}

TEST(Summary, SaysWhatAMergeDid) {
    MergedLocale locale{"de.json", "de", true, true, 2, 1, 3, 1, 1};
    EXPECT_EQ(summary(locale),
              "de.json  2 added, 1 changed, 3 confirmed, 1 fuzzy left out, 1 refused, new");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de"}), "de.json  unchanged");
    MergedLocale withdrawn{"de.json", "de", false, true, 1};
    withdrawn.became_draft = true;
    EXPECT_EQ(summary(withdrawn), "de.json  1 added, a draft again");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de", true}), "de.json  nothing to take");
}

}  // namespace
}  // namespace broadside::cli
