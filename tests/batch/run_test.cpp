#include "broadside/batch/run.hpp"

#include <gmock/gmock.h>

#include "batch/planned.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Writes down what it is told.
class Diary final : public BuildEvents {
public:
    void planned(std::size_t outputs) override { lines.push_back(std::to_string(outputs)); }
    void began(const std::string& edition) override { lines.push_back("began " + edition); }
    void finished(const EditionReport& edition) override {
        lines.push_back("finished " + edition.name);
    }
    void reported(const EditionReport& edition) override { reports.push_back(edition.name); }

    std::vector<std::string> lines;
    std::vector<std::string> reports;
};

struct Planned {
    explicit Planned(std::vector<std::string> languages) {
        project.job.languages = std::move(languages);
        batch = planned(project.job, project.files, diagnostics);
    }

    testing::ManyLanguages project;
    std::vector<Diagnostic> diagnostics;
    std::unique_ptr<Batch> batch;
};

TEST(BatchRun, FinishesAnEditionBeforeItBeginsAnother) {
    Planned planned({"de", "fr"});
    Diary diary;
    BatchRun(*planned.batch, planned.project.sink, {&diary}).run(1);
    EXPECT_THAT(diary.lines, ElementsAre("began de plain", "finished de plain", "began fr plain",
                                         "finished fr plain"));
}

TEST(BatchRun, ReportsEditionsInPlannedOrder) {
    Planned planned({"de", "fr", "nl", "it"});
    Diary diary;
    BatchRun(*planned.batch, planned.project.sink, {&diary}).run(3);
    EXPECT_THAT(diary.reports, ElementsAre("de plain", "fr plain", "nl plain", "it plain"));
}

TEST(BatchRun, DoesNothingWhenItIsStoppedFromTheStart) {
    Planned planned({"de"});
    const std::atomic<bool> stop = true;
    const auto results = BatchRun(*planned.batch, planned.project.sink, {nullptr, &stop}).run(2);
    ASSERT_THAT(results, SizeIs(1));
    EXPECT_EQ(results[0].state, EditionState::Stopped);
    EXPECT_THAT(planned.project.sink.written, IsEmpty());
}

TEST(BatchRun, TellsOfFontsOnce) {
    Planned planned({"de", "fr"});
    planned.batch->sources.fonts = std::make_shared<const FontsInput>();
    BatchRun run(*planned.batch, planned.project.sink, {});
    const auto results = run.run(2);
    EXPECT_EQ(results[0].state, EditionState::Failed);
    EXPECT_EQ(results[1].state, EditionState::Failed);
    EXPECT_FALSE(run.font_problems().empty());
}

TEST(ReportOf, CountsTheOnePageOfAFileWithOnePage) {
    EditionResult result{EditionState::Made, {{"a-1.svg", FileState::Written, {}}}, {}};
    result.files[0].entry.pages = 3;
    EXPECT_EQ(report_of(PlannedEdition{}, result).files.at(0).pages, 3U);
    result.files[0].entry.page = 1;
    EXPECT_EQ(report_of(PlannedEdition{}, result).files.at(0).pages, 1U);
}

}  // namespace
}  // namespace broadside::batch
