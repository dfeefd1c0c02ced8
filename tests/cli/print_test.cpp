#include "cli/print.hpp"

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

TEST(ToJson, EscapesWhatJsonForbids) {
    Diagnostic diagnostic;
    diagnostic.code = "unknown-key";
    diagnostic.file = "a\\b.json";
    diagnostic.line = 3;
    diagnostic.column = 7;
    diagnostic.pointer = "/é";
    diagnostic.message = "unknown key \"\n\"";
    diagnostic.hints = {"one", "two"};
    EXPECT_EQ(to_json(diagnostic),
              R"({"severity":"error","code":"unknown-key","file":"a\\b.json","line":3,"column":7,)"
              R"("pointer":"/é","message":"unknown key \"\u000a\"","hints":["one","two"]})");
}

TEST(ToJson, HasBothThePointerAndTheKeyOfAText) {
    Diagnostic diagnostic;
    diagnostic.pointer = "/columns/1/title";
    diagnostic.text_key = "columns/what/title";
    EXPECT_EQ(to_json(diagnostic), R"({"severity":"error","code":"","pointer":"/columns/1/title",)"
                                   R"("text":"columns/what/title","message":"","hints":[]})");
}

TEST(ToJson, LeavesOutWhatIsNotKnown) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    EXPECT_EQ(to_json(diagnostic), R"({"severity":"warning","code":"","message":"","hints":[]})");
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
    EXPECT_EQ(summary({"a.pdf", 1, 6.94}), "1 page, smallest type 6.9 pt");
    EXPECT_EQ(summary({"a.pdf", 2, 7}), "2 pages, smallest type 7.0 pt");
    PageReport shared{"a.pdf", 1, 7};
    shared.size_set_by = "de";
    EXPECT_EQ(summary(shared), "1 page, smallest type 7.0 pt, size set by de");
}

}  // namespace
}  // namespace broadside::cli
