#include "broadside/options/job_value.hpp"

#include <gmock/gmock.h>

namespace broadside {
namespace {

using ::testing::ElementsAre;

/// A job of a file, whose format is overridden by the command line.
Job job_of_a_file() {
    Job job;
    job.origin.file = "j.json";
    job.origin.pointer = "/0";
    job.origin.position = {1, 2};
    job.origin.values = {{"lang", "", "/0/lang", {2, 9}},
                         {"lang", "de", "/0/lang/0", {2, 10}},
                         {"lang", "fr", "/0/lang/1", {2, 16}},
                         {"format", "", ""}};
    return job;
}

std::string place_of(const Job& job, const JobValue& value) {
    return to_string(blame(job, value, Diagnostic()));
}

TEST(Blame, FindsTheWordElseTheOptionElseTheJob) {
    const Job job = job_of_a_file();
    EXPECT_EQ(place_of(job, {"lang", "fr"}), "j.json:2:16: error: /0/lang/1: ");
    EXPECT_EQ(place_of(job, {"lang", "it"}), "j.json:2:9: error: /0/lang: ");
    EXPECT_EQ(place_of(job, {"layout"}), "j.json:1:2: error: /0: ");
}

TEST(Blame, LeavesTheCommandLineAlone) {
    EXPECT_EQ(place_of(job_of_a_file(), {"format", "pfd"}), "error: ");
    EXPECT_EQ(place_of(Job(), {"lang", "fr"}), "error: ");
}

TEST(HintAtName, SaysWhereAFileIsNamed) {
    Diagnostic diagnostic;
    hint_at_name(job_of_a_file(), {"lang", "de"}, diagnostic);
    hint_at_name(job_of_a_file(), {"font-manifest"}, diagnostic);
    EXPECT_THAT(diagnostic.hints, ElementsAre("named in j.json:2:10"));
}

TEST(AsWritten, DependsOnWhereTheJobIsWritten) {
    EXPECT_EQ(as_written(job_of_a_file(), "output"), "\"output\"");
    EXPECT_EQ(as_written(Job(), "output"), "--output");
}

TEST(CheckValues, FindsAllThatAreOutOfRange) {
    Job job;
    job.ppi = 0;
    job.shard = {3, 2};
    std::vector<std::string> lines;
    for (const Diagnostic& error : check_values(job)) lines.push_back(to_string(error));
    EXPECT_THAT(lines, ElementsAre("error: expected a dataset",
                                   "error: expected 1 to 2400 pixels per inch, got 0",
                                   "error: expected a part from 1 to 2, got 3"));
}

TEST(SortByPlace, PutsTheJobFileFirstInItsOrder) {
    std::vector<Diagnostic> problems(4);
    problems[0].file = "a.json";
    problems[1].file = problems[2].file = "j.json";
    problems[1].line = problems[2].line = 2;
    problems[1].column = 7;
    sort_by_place(problems, "j.json");
    std::vector<std::string> lines;
    for (const Diagnostic& problem : problems) lines.push_back(to_string(problem));
    EXPECT_THAT(
        lines,
        ElementsAre("j.json:2: error: ", "j.json:2:7: error: ", "a.json: error: ", "error: "));
}

TEST(Blame, TellsACommandLineFromAJobFile) {
    const Job job = job_of_a_file();
    EXPECT_EQ(blame(job, {"lang", "fr"}, error("", "")).kind, Diagnostic::Kind::JobFile);
    EXPECT_EQ(blame(job, {"format", "pfd"}, error("", "")).kind, Diagnostic::Kind::Job);
}

TEST(HasJobErrors, LooksAtTheKindOfErrors) {
    EXPECT_FALSE(has_job_errors({note("", "").of(Diagnostic::Kind::Job), error("job-ppi", "")}));
    EXPECT_TRUE(has_job_errors({error("", "").of(Diagnostic::Kind::JobFile)}));
    EXPECT_TRUE(has_job_errors({wrong_use("", "")}));
}

}  // namespace
}  // namespace broadside
