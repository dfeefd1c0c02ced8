#include "broadside/job_file.hpp"

#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "support/memory_files.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

const Option* option_named(std::string_view name) {
    for (const Option& option : options()) {
        if (option.name == name) return &option;
    }
    return nullptr;
}

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

TEST(ReadJobFile, SetsEveryKindOfValue) {
    const auto jobs = read(R"({"dataset": "data/chat", "layout": ["flyer-a4", "own/web.json"],
        "lang": "all", "format": ["pdf", "svg"], "ppi": 300, "force": true, "shard": "2/3"},
        {"dataset": "-", "force": false})");
    ASSERT_TRUE(jobs) << to_string(jobs.diagnostics().front());
    const Job& first = jobs->at(0);
    EXPECT_EQ(first.dataset, "to/data/chat");
    EXPECT_THAT(first.layouts, ElementsAre("flyer-a4", "to/own/web.json"));
    EXPECT_THAT(first.formats, ElementsAre("pdf", "svg"));
    EXPECT_EQ(first.ppi, 300);
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
    EXPECT_EQ(job.job_file, "to/broadside.json");
}

TEST(ReadJobFile, GivesWayToTheCommandLine) {
    Job base;
    base.languages = {"de"};
    base.resources = {"environment"};
    const auto jobs =
        read(R"({"dataset": "d", "lang": ["fr", "it"], "ppi": 72, "resources": "own"})", base,
             {option_named("lang")});
    ASSERT_TRUE(jobs);
    EXPECT_THAT(jobs->front().languages, ElementsAre("de"));
    EXPECT_EQ(jobs->front().ppi, 72);
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
                            "  hint: known: system, outline"));
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

TEST(ReadJobFile, SuggestsTheOptionThatWasMeant) {
    EXPECT_THAT(errors_of(R"({"dataset": "d", "layuot": "web"})"),
                ElementsAre("to/broadside.json:2:18: error: /jobs/0/layuot: unknown key "
                            "\"layuot\"\n  hint: did you mean \"layout\"?"));
}

TEST(ReadJobFile, SaysThatThereIsNone) {
    testing::MemoryFileStore files;
    EXPECT_THAT(read_job_file("none.json", {}, {}, files).diagnostics(), SizeIs(1));
}

TEST(JobSchema, HasTheOptionsOfTheProgram) {
    std::ifstream file(BROADSIDE_SOURCE_DIR "/data/schema/job.schema.json");
    const auto schema = nlohmann::json::parse(file);
    const auto& job = schema.at("$defs").at("job");
    std::set<std::string> known = {"dataset"}, offered;
    for (const Option& option : options()) known.emplace(option.name);
    for (const auto& property : job.at("properties").items()) offered.insert(property.key());
    EXPECT_EQ(offered, known);
    EXPECT_EQ(job.at("additionalProperties"), false);
    EXPECT_EQ(job.at("required"), nlohmann::json({"dataset"}));
}

}  // namespace
}  // namespace broadside
