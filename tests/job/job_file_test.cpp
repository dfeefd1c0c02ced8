#include "broadside/job_file.hpp"

#include <gmock/gmock.h>

#include "broadside/option.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

Result<std::vector<Job>> read(const std::string& jobs, const Job& base = {},
                              const std::vector<const Option*>& given = {}) {
    testing::MemoryFileStore files;
    files.files["to/broadside.json"] = "{\"format\": 1, \"jobs\": [\n" + jobs + "]}";
    return read_job_file("to/broadside.json", base, given, files);
}

std::vector<std::string> errors_of(const std::string& jobs) {
    std::vector<std::string> lines;
    const auto result = read(jobs);
    for (const Diagnostic& error : result.diagnostics()) lines.push_back(to_string(error));
    return lines;
}

/// What a build of these jobs says, over a project with the layout `plain` and no locales.
std::vector<std::string> build_errors_of(const std::string& jobs) {
    testing::TinyProject project;
    project.files.files["broadside.json"] = "{\"format\": 1, \"jobs\": [\n" + jobs + "]}";
    Job base;
    base.resources = project.job.resources;
    const auto read = read_job_file("broadside.json", base, {}, project.files);
    auto problems = read.diagnostics();
    if (read) problems = build(*read, project.files, project.sink).diagnostics();
    EXPECT_THAT(project.sink.written, IsEmpty());
    EXPECT_EQ(outcome_of(problems), Outcome::InputErrors);
    std::vector<std::string> lines;
    for (const Diagnostic& error : problems) lines.push_back(to_string(error));
    return lines;
}

TEST(ReadJobFile, SetsEveryKindOfValue) {
    const auto jobs = read(R"({"dataset": "data/chat", "layout": ["flyer-a4", "own/web.json"],
        "lang": "all", "format": ["pdf", "svg"], "ppi": 300, "force": true, "shard": "2/3"},
        {"dataset": "-", "force": false})");
    ASSERT_TRUE(jobs) << to_string(jobs.diagnostics().front());
    const Job& first = jobs->at(0);
    EXPECT_EQ(first.dataset, "to/data/chat");
    EXPECT_THAT(first.layouts, ElementsAre("flyer-a4", "to/own/web.json"));
    EXPECT_THAT(first.formats, ElementsAre("pdf", "svg"));
    EXPECT_EQ(first.output_options.ppi, 300);
    EXPECT_EQ(first.rebuild, Rebuild::All);
    EXPECT_EQ(jobs->at(1).dataset, "-");
    EXPECT_EQ(jobs->at(1).rebuild, Rebuild::Changed);
}

TEST(ReadJobFile, SeesPathsFromItsOwnFolder) {
    const auto jobs = read(R"({"dataset": "/data", "output": "out/{lang}.pdf", "deps": "d",
        "manifest": "../m.json", "font-manifest": "f.json", "resources": ["r"]})");
    ASSERT_TRUE(jobs);
    const Job& job = jobs->front();
    EXPECT_EQ(job.dataset, "/data");
    EXPECT_EQ(job.output, "to/out/{lang}.pdf");
    EXPECT_EQ(job.manifest, "to/../m.json");
    EXPECT_EQ(job.deps, "to/d");
    EXPECT_EQ(job.font_manifest, "to/f.json");
    EXPECT_EQ(job.origin.file, "to/broadside.json");
}

TEST(ReadJobFile, GivesWayToTheCommandLine) {
    Job base;
    base.languages = {"de"};
    base.resources = {"environment"};
    const auto jobs =
        read(R"({"dataset": "d", "lang": ["fr", "it"], "ppi": 72, "resources": "own"})", base,
             {find_option("lang")});
    ASSERT_TRUE(jobs);
    EXPECT_THAT(jobs->front().languages, ElementsAre("de"));
    EXPECT_EQ(jobs->front().output_options.ppi, 72);
    EXPECT_THAT(jobs->front().resources, ElementsAre("to/own", "environment"));
}

TEST(ReadJobFile, SaysWhereAValueIsWrong) {
    EXPECT_THAT(errors_of(R"({"dataset": "d", "ppi": "fine",
"jobs": 0, "svg-text": "outlines"})"),
                ElementsAre("to/broadside.json:2:25: error: /jobs/0/ppi: expected a number, got "
                            "\"fine\"",
                            "to/broadside.json:3:9: error: /jobs/0/jobs: expected a number from 1 "
                            "to 256, got \"0\"",
                            "to/broadside.json:3:24: error: /jobs/0/svg-text: unknown kind of SVG "
                            "text \"outlines\"\n"
                            "  hint: did you mean \"outline\"?\n"
                            "  hint: known: embed, system, outline",
                            "to/d: error: cannot be read: No such file or directory\n"
                            "  hint: named in to/broadside.json:2:13"));
}

TEST(ReadJobFile, RefusesValuesOfAnotherKind) {
    EXPECT_THAT(
        errors_of(R"({"dataset": ["d"], "ppi": [72], "force": "yes", "lang": true})"),
        ElementsAre(
            "to/broadside.json:2:13: error: /jobs/0/dataset: expected one dataset, as a string",
            "to/broadside.json:2:27: error: /jobs/0/ppi: expected one value, got an array",
            "to/broadside.json:2:42: error: /jobs/0/force: expected true or false, got \"yes\"",
            "to/broadside.json:2:57: error: /jobs/0/lang: expected a string or a number, got "
            "true"));
}

TEST(ReadJobFile, RefusesWhatNoOptionCanBe) {
    EXPECT_THAT(errors_of(R"({"dataset": "d", "ppi": null, "format": [{}]})"),
                ElementsAre("to/broadside.json:2:25: error: /jobs/0/ppi: expected a string, a "
                            "number, true or false, got null",
                            "to/broadside.json:2:42: error: /jobs/0/format/0: expected a string, a "
                            "number, true or false, got an object",
                            StartsWith("to/d: error: cannot be read")));
}

TEST(ReadJobFile, WantsADatasetInEveryJob) {
    EXPECT_THAT(errors_of("{}"), ElementsAre("to/broadside.json:2:1: error: /jobs/0: missing key "
                                             "\"dataset\""));
    EXPECT_THAT(errors_of(""), ElementsAre("to/broadside.json:1:23: error: /jobs: expected at "
                                           "least one job, got none"));
}

TEST(ReadJobFile, SuggestsTheOptionThatWasMeant) {
    EXPECT_THAT(errors_of(R"({"dataset": "d", "layuot": "web"})"),
                ElementsAre("to/broadside.json:2:18: error: /jobs/0/layuot: unknown key "
                            "\"layuot\"\n  hint: did you mean \"layout\"?",
                            "to/d: error: cannot be read: No such file or directory\n"
                            "  hint: named in to/broadside.json:2:13"));
}

TEST(JobsOfAFile, SayWhereAWordIsThatNobodyKnows) {
    EXPECT_THAT(
        build_errors_of(R"({"dataset": "planets.json", "layout": ["plain", "plane"],
"lang": "en,de", "format": ["pdf", "pfd"], "output": "{lagn}/{page}.svg"})"),
        ElementsAre(StartsWith("broadside.json:2:49: error: /jobs/0/layout/1: unknown "
                               "layout \"plane\"\n  hint: known: editions-a4,"),
                    "broadside.json:3:9: error: /jobs/0/lang: unknown language \"de\"\n"
                    "  hint: known: en",
                    "broadside.json:3:36: error: /jobs/0/format/1: unknown format "
                    "\"pfd\"\n  hint: did you mean \"pdf\"?\n"
                    "  hint: known: pdf, svg, png, html, web",
                    "broadside.json:3:54: error: /jobs/0/output: unknown placeholder "
                    "\"{lagn}\"\n  hint: did you mean \"{lang}\"?\n"
                    "  hint: known: {id}, {name}, {layout}, {lang}, {ext}, {page}, {record}"));
}

TEST(JobsOfAFile, SayWhereANumberIsOutOfRange) {
    EXPECT_THAT(build_errors_of(R"({"dataset": "planets.json", "layout": "plain", "ppi": 9999})"),
                ElementsAre("broadside.json:2:55: error: /jobs/0/ppi: expected 1 to 2400 pixels "
                            "per inch, got 9999"));
}

TEST(JobsOfAFile, BlameTheJobForWhatItLacks) {
    EXPECT_THAT(build_errors_of(R"({"dataset": "planets.json", "layout": []})"),
                ElementsAre(StartsWith("broadside.json:2:39: error: /jobs/0/layout: expected a "
                                       "layout, as in \"layout\": \"flyer-a4\"\n")));
    EXPECT_THAT(build_errors_of(R"({"dataset": "planets.json"})"),
                ElementsAre(StartsWith("broadside.json:2:1: error: /jobs/0: expected a layout")));
}

TEST(JobsOfAFile, AreAllLookedAtBeforeOneIsMade) {
    EXPECT_THAT(
        build_errors_of(R"({"dataset": "planets.json", "layout": "plain", "output": "a.pdf"},
{"dataset": "planets.json", "layout": "plain", "output": "./a.pdf"},
{"dataset": "planets.json", "layout": "plain", "output": "planets.json", "format": "svg"},
{"dataset": "planets.json", "layout": "plain", "output": "b"})"),
        ElementsAre("broadside.json:3:58: error: /jobs/1/output: another job writes to \"./a.pdf\" "
                    "too\n  hint: give each job an \"output\" of its own",
                    "broadside.json:4:58: error: /jobs/2/output: \"planets.json\" is an input and "
                    "would be overwritten",
                    "broadside.json:5:58: error: /jobs/3/output: nothing tells the format of b\n"
                    "  hint: name it with \"format\": pdf, svg, png, html, web"));
}

TEST(JobsOfAFile, AreLookedAtWhenTheFileHasOtherFaults) {
    EXPECT_THAT(build_errors_of(R"({"dataset": "planets.json", "layuot": "plain", "format": "pfd"},
{"dataset": "planets.json", "layout": "plane", "ppi": ""})"),
                ElementsAre(HasSubstr(":2:29: error: /jobs/0/layuot: unknown key"),
                            HasSubstr(":2:58: error: /jobs/0/format: unknown format"),
                            HasSubstr(":3:39: error: /jobs/1/layout: unknown layout"),
                            HasSubstr(":3:55: error: /jobs/1/ppi: expected a text, got")));
}

TEST(JobsOfAFile, DoNotMixTheirFiles) {
    EXPECT_THAT(build_errors_of(R"({"dataset": "planets.json", "layout": "plain", "output": "a.pdf",
"manifest": "m", "deps": "m"}, {"dataset": "planets.json", "layout": "plain", "output": "b.pdf",
"deps": "d"}, {"dataset": "planets.json", "layout": "plain", "output": "c.pdf", "deps": "d",
"deps-format": "json"})"),
                ElementsAre(HasSubstr("3:26: error: /jobs/0/deps: several files would be written "
                                      "to \"m\"\n  hint: give it another \"deps\""),
                            HasSubstr("4:89: error: /jobs/2/deps: several files")));
}

TEST(JobSchema, IsMadeFromTheOptions) {
    EXPECT_TRUE(testing::matches_golden(load::job_schema(), "../../data/schema/job.schema.json"));
}

}  // namespace
}  // namespace broadside
