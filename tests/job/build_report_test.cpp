#include "broadside/build_report.hpp"

#include <gmock/gmock.h>

namespace broadside {
namespace {

using ::testing::ElementsAre;

EditionReport edition(const std::string& name, EditionState state) {
    EditionReport report{name, state, 2, {}};
    if (state == EditionState::Made) report.files.resize(3);
    return report;
}

TEST(BuildReport, CountsFilesThatAreThereAndOutputsThatAreNot) {
    BuildReport report;
    report.editions = {edition("de", EditionState::Made), edition("fr", EditionState::Failed),
                       edition("it", EditionState::Failed)};
    EXPECT_EQ(report.files(FileState::Written), 3U);
    EXPECT_EQ(report.files(FileState::Unchanged), 0U);
    EXPECT_EQ(report.outputs(EditionState::Failed), 4U);
    EXPECT_THAT(report.names(EditionState::Failed), ElementsAre("fr", "it"));
}

TEST(BuildReport, IsFineWhenEverythingWasMade) {
    BuildReport report;
    report.editions = {edition("de", EditionState::Made)};
    EXPECT_TRUE(report.ok());
    report.add({{edition("fr", EditionState::Stopped)}, {}, {}});
    EXPECT_FALSE(report.ok());
}

TEST(BuildReport, TellsOfALanguageOnceWhenSeveralJobsHaveIt) {
    BuildReport report;
    report.add({{}, {{{9, 8, {}}, "de"}}, {}});
    report.add({{}, {{{9, 8, {}}, "de"}, {{9, 9, {}}, "fr"}}, {}});
    ASSERT_EQ(report.languages.size(), 2U);
    EXPECT_EQ(report.languages[1].language, "fr");
}

TEST(BuildReport, IsNotFineWithAnError) {
    BuildReport report;
    report.problems.emplace_back().severity = Severity::Warning;
    EXPECT_TRUE(report.ok());
    report.problems.emplace_back();
    EXPECT_FALSE(report.ok());
}

}  // namespace
}  // namespace broadside
