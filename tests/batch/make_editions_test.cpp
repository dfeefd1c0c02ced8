#include "broadside/batch/make_editions.hpp"

#include <gmock/gmock.h>

#include "broadside/batch/build.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Writes down what it is told.
class Diary final : public BuildEvents {
public:
    void found(const Diagnostics& problems) override {
        for (const Diagnostic& problem : problems) lines.push_back(to_short_string(problem));
    }
    void planned(std::size_t outputs) override { lines.push_back(std::to_string(outputs)); }
    void began(const std::string& edition) override { lines.push_back("began " + edition); }
    void finished(const EditionReport& edition) override {
        lines.push_back("finished " + edition.name);
    }
    void reported(const EditionReport& edition) override { reports.push_back(edition.name); }

    std::vector<std::string> lines;
    std::vector<std::string> reports;
};

/// A plan of these languages, or records, made at so many threads.
struct Planned : testing::ManyLanguages {
    Planned(std::vector<std::string> languages, std::size_t threads, const char* records = "") {
        job.languages = std::move(languages);
        job.threads = threads;
        files.files["list.csv"] = records;
        if (*records != '\0') {
            job.records = "list.csv";
            files.files["planets.json"].insert(1, R"("records": {"name": {"key": true}}, )");
            files.files["layouts/plain.json"].insert(1, R"("fit": {"pages": 1}, )");
        }
        Diagnostics diagnostics;
        plan = std::move(plan_jobs({&job, 1}, files, diagnostics).front());
    }
    MadeEditions make(const Oversight& oversight = {}) {
        ThreadsOwn threads_own;
        return make_editions(*plan, sink, oversight, threads_own);
    }

    std::unique_ptr<Plan> plan;
};

TEST(MakeEditions, FinishesAnEditionBeforeItBeginsAnother) {
    Diary diary;
    Planned({"de", "fr"}, 1).make({&diary});
    EXPECT_THAT(diary.lines, ElementsAre("began de plain", "finished de plain", "began fr plain",
                                         "finished fr plain"));
}

TEST(MakeEditions, ReportsThemInPlannedOrder) {
    Diary diary;
    const MadeEditions made = Planned({"de", "fr", "nl", "it"}, 3).make({&diary});
    EXPECT_THAT(diary.reports, ElementsAre("de plain", "fr plain", "nl plain", "it plain"));
    EXPECT_EQ(made.results.at(3).files.at(0).entry.about->language, "it");
}

TEST(MakeEditions, TellsAProblemOfManyRecordsWithTheFirst) {
    const MadeEditions made = Planned({"en"}, 3, "name\na\nb\nc\n").make();
    ASSERT_THAT(made.results, SizeIs(3));
    ASSERT_THAT(made.results[0].problems, SizeIs(1));
    EXPECT_THAT(made.results[0].problems[0].message, HasSubstr("filled"));
    EXPECT_THAT(made.results[1].problems, IsEmpty());
    EXPECT_THAT(made.results[2].problems, IsEmpty());
    EXPECT_THAT(made.results[2].files.at(0).entry.about->warnings, SizeIs(1)) << "in the manifest";
}

/// Whoever waits for thousands of pages sees at once what is wrong with their records.
TEST(Build, TellsMistakesOfRecordsBeforeTheFirstPage) {
    testing::ManyLanguages many;
    many.files.files["planets.json"].insert(
        1, R"("records": {"name": {"key": true}, "day": {"type": "date"}}, )");
    many.files.files["list.csv"] = "name,day\na,2026-01-01\nb,never\nc,soon\nd,soon\n";
    many.job.records = "list.csv";
    many.job.languages = {"en"};
    many.job.threads = 1;
    Diary diary;
    const BuildReport report = build({many.job}, many.files, many.sink, {&diary});
    const std::vector<std::string> told = {
        "list.csv:3:3: error: day: expected a date, got \"never\"",
        "list.csv:4:3: error: day: expected a date, got \"soon\" (and 1 more)"};
    ASSERT_GE(diary.lines.size(), 4u);
    EXPECT_THAT(std::vector(diary.lines.begin(), diary.lines.begin() + 4),
                ElementsAre(told[0], told[1], "8", "began en plain a"));
    std::vector<std::string> reported;
    for (const Diagnostic& problem : report.problems)
        if (problem.file == "list.csv" && problem.code == "bad-date")
            reported.push_back(to_short_string(problem));
    EXPECT_EQ(reported, told);
    EXPECT_EQ(to_short_string(report.problems.front()), told[0]);
}

TEST(MakeEditions, DoesNothingWhenItIsStoppedFromTheStart) {
    Planned planned({"de"}, 2);
    const std::atomic<bool> stop = true;
    const MadeEditions made = planned.make({nullptr, &stop});
    ASSERT_THAT(made.results, SizeIs(1));
    EXPECT_EQ(made.results[0].state, EditionState::Stopped);
    EXPECT_THAT(planned.sink.written, IsEmpty());
}

TEST(MakeEditions, TellsOfFontsOnce) {
    Planned planned({"de", "fr"}, 2);
    planned.plan->sources.fonts = std::make_shared<const FontsInput>();
    const MadeEditions made = planned.make();
    EXPECT_EQ(made.results[0].state, EditionState::Failed);
    EXPECT_EQ(made.results[1].state, EditionState::Failed);
    EXPECT_FALSE(made.font_problems.empty());
}

TEST(ReportOf, CountsTheOnePageOfAFileWithOnePage) {
    const Planned planned({"de"}, 1);
    EditionResult result{EditionState::Made, {{FileState::Written, {}}}, {}};
    model::OutputFacts& about = result.files[0].entry.about.edit();
    about.format = "svg";
    about.pages = 3;
    const auto report = [&] {
        return report_of(*planned.plan, planned.plan->editions.front(), result).files.at(0);
    };
    EXPECT_EQ(report().facts->pages, 3U);
    result.files[0].entry.page = 1;
    EXPECT_EQ(report().facts->pages, 1U);
}

}  // namespace
}  // namespace broadside::batch
