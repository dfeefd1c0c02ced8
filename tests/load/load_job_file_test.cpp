#include <gmock/gmock.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kOptions[] = {"force", "format", "ppi"};

Result<model::JobFile> load_jobs(const std::string& jobs) {
    std::vector<Diagnostic> errors;
    auto file = load_job_file(file_of("j.json", R"({"format": 1, "jobs": )" + jobs + "}"), kOptions,
                              errors);
    return {std::move(file), std::move(errors)};
}

TEST(LoadJobFile, KeepsWordsAsTheyAreWritten) {
    const auto file =
        load_jobs(R"([{"dataset": "d", "ppi": 72.50, "format": ["pdf"], "force": true}])");
    ASSERT_THAT(problems_of(file), IsEmpty());
    const auto& settings = file->jobs.at(0).settings;
    ASSERT_THAT(settings, SizeIs(4));
    EXPECT_EQ(settings[0].option, "dataset");
    EXPECT_EQ(settings[1].words.at(0).text, "72.50");
    EXPECT_TRUE(settings[2].is_list);
    EXPECT_EQ(pointer_of(settings[2].words.at(0).place), "/jobs/0/format/0");
    EXPECT_EQ(settings[3].words.at(0).kind, model::JobWord::Kind::Flag);
}

TEST(LoadJobFile, NamesTheOptionThatWasMeant) {
    const auto file = load_jobs(R"([{"dataset": "d", "fromat": "pdf"}])");
    ASSERT_THAT(file.diagnostics(), SizeIs(1));
    EXPECT_EQ(to_string(file.diagnostics()[0]),
              "j.json:1:41: error: /jobs/0/fromat: unknown key \"fromat\"\n"
              "  hint: did you mean \"format\"?");
}

TEST(LoadJobFile, WantsADatasetInEveryJob) {
    EXPECT_THAT(problems_of(load_jobs("[{}]")),
                ElementsAre("j.json:1:24: error: /jobs/0: missing key \"dataset\""));
    EXPECT_THAT(problems_of(load_jobs("[]")),
                ElementsAre("j.json:1:23: error: /jobs: expected at least one job, got none"));
}

TEST(LoadJobFile, RefusesWhatNoOptionCanBe) {
    EXPECT_THAT(problems_of(load_jobs(R"([{"dataset": "d", "ppi": null, "format": [{}]}])")),
                ElementsAre("j.json:1:48: error: /jobs/0/ppi: expected a string, a number, true or "
                            "false, got null",
                            "j.json:1:65: error: /jobs/0/format/0: expected a string, a number, "
                            "true or false, got an object"));
}

}  // namespace
}  // namespace broadside::load
