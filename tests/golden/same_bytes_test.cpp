#include <algorithm>
#include <thread>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "support/tiny_project.hpp"

/// Same input, same bytes: whatever was made before, and whatever is made at the same time.
namespace broadside::testing {
namespace {

using ::testing::SizeIs;

std::vector<Job> flyer_jobs() {
    std::vector<Job> jobs{job_of(kFlyer, {"pdf"}), job_of(kFlyer, {"svg"}), job_of(kFlyer, {"png"}),
                          job_of(kExcerpt, {"pdf", "svg", "png"})};
    for (Job& job : jobs) job.output_options.ppi = 130;
    return jobs;
}

/// All jobs, one after the other, beginning with the one at `first`.
Written build_from(std::size_t first) {
    std::vector<Job> jobs = flyer_jobs();
    std::rotate(jobs.begin(), jobs.begin() + static_cast<std::ptrdiff_t>(first), jobs.end());
    Written all;
    for (const Job& job : jobs) all.merge(files_of(job));
    return all;
}

TEST(SameBytes, OnASecondRun) {
    const Written first = build_from(0);
    EXPECT_THAT(first, SizeIs(6));
    EXPECT_TRUE(build_from(0) == first);
}

TEST(SameBytes, InFourThreadsWithTheJobsInAnotherOrder) {
    const Written expected = build_from(0);
    std::vector<Written> results(flyer_jobs().size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < results.size(); ++i) {
        threads.emplace_back([&result = results[i], i] { result = build_from(i); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const Written& result : results) {
        for (const auto& [path, bytes] : expected) {
            EXPECT_TRUE(result.at(path) == bytes) << path << " differs";
        }
    }
}

TEST(SameBytes, WithAllFormatsInOneJob) {
    Job job = job_of(kFlyer, {"png", "pdf", "svg"});
    job.output_options.ppi = 130;
    const Written apart = build_from(0);
    for (const auto& [path, bytes] : files_of(job)) {
        EXPECT_TRUE(apart.at(path) == bytes) << path << " differs";
    }
}

/// The same facts, with the words of YAML that JSON would write otherwise.
TEST(SameBytes, FromYamlAsFromJson) {
    TinyProject json, yaml;
    json.files.files["planets.json"] = R"({"format": 1, "id": "planets", "language": "en",
        "title": "Planets", "values": {"rings": {"values": {"no": {"label": "none"}}}},
        "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
                    {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"},
                    {"id": "moons", "kind": "number", "title": "Moons"}],
        "notes": [{"id": "old", "text": "In 2026,\nthat is."}],
        "sections": [{"id": "all", "rows": [{"id": "mars", "planet": "Mars: red", "rings": "no",
                      "moons": {"number": 2.0, "notes": ["old"]}}]}]})";
    yaml.files.files["planets.yaml"] = R"(# Moons
format: 1
id: planets
language: en
title: Planets
values:
  rings: {values: {no: {label: none}}}
columns:
  - {id: planet, kind: name, title: Planet}
  - {id: rings, kind: symbol, values: rings, title: Rings}
  - id: moons
    kind: number
    title: Moons
notes:
  - id: old
    text: |
      In 2026,
      that is.
sections:
  - id: all
    rows:
      - {id: mars, planet: 'Mars: red', rings: no, moons: {number: 2.0, notes: [old]}}
)";
    yaml.job.dataset = "planets.yaml";
    json.files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain", "blocks":
        [{"kind": "header"}, {"kind": "table"}, {"kind": "notes"}]})";
    yaml.files.files.erase("layouts/plain.json");
    yaml.files.files["layouts/plain.yaml"] =
        "format: 1\nname: plain\nblocks:\n- kind: header\n- kind: table\n- kind: notes\n";
    for (TinyProject* project : {&json, &yaml}) {
        project->job.formats = {"svg", "pdf", "html"};
        project->job.output = "planets.{ext}";
        EXPECT_EQ(problems_of(build(project->job, project->files, project->sink)), "");
        project->sink.written.erase("manifest.json");  // which knows the files
    }
    EXPECT_THAT(json.sink.written, SizeIs(3));
    EXPECT_TRUE(json.sink.written == yaml.sink.written);
}

TEST(SameBytes, WithOneThreadAndWithTwoAtFewPixelsAnInch) {
    Job job = job_of({kExcerpt.dataset, "tests/fixtures/filled.json"}, {"png", "svg"});
    job.layouts.push_back(repository_path("tests/fixtures/plain.json"));
    job.output = "{layout}.{ext}";
    job.output_options.svg_text = SvgText::Outline;
    job.output_options.ppi = 5;
    job.threads = 1;
    const Written one = files_of(job);
    job.threads = 2;
    EXPECT_TRUE(files_of(job) == one);
    job.formats = {"svg"};
    for (const auto& [path, bytes] : files_of(job)) EXPECT_TRUE(one.at(path) == bytes) << path;
}

}  // namespace
}  // namespace broadside::testing
