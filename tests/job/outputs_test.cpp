#include "broadside/outputs.hpp"

#include <filesystem>

#include <gmock/gmock.h>

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Edition edition(std::string layout, std::size_t pages) {
    Edition made{layout, layout + ".json", "fr", {}, {}};
    made.document.pages.resize(pages);
    return made;
}

EditionSet flyers(std::size_t pages) {
    return {"messengers", "chat", "chat.json", {edition("flyer", pages), edition("web", 1)}};
}

Job job_with(std::string output, std::vector<std::string> formats) {
    Job job;
    job.output = std::move(output);
    job.formats = std::move(formats);
    return job;
}

/// All paths in order, or the errors.
std::vector<std::string> planned(const Job& job, const EditionSet& set) {
    std::vector<std::string> lines;
    const auto request = read_output_request(job);
    const auto plan = request ? plan_outputs(*request, set)
                              : Result<std::vector<PlannedFormat>>(request.diagnostics());
    for (const Diagnostic& diagnostic : plan.diagnostics()) lines.push_back(to_string(diagnostic));
    if (!plan) return lines;
    for (const PlannedFormat& format : *plan) {
        lines.insert(lines.end(), format.paths.begin(), format.paths.end());
    }
    return lines;
}

TEST(PlanOutputs, NamesEveryLayoutAndFormat) {
    EXPECT_THAT(planned(job_with("{name}-{layout}.{ext}", {"pdf", "svg", "pdf"}), flyers(2)),
                ElementsAre("chat-flyer.pdf", "chat-flyer-1.svg", "chat-flyer-2.svg",
                            "chat-web.pdf", "chat-web.svg"));
}

TEST(PlanOutputs, TakesTheFormatFromTheExtension) {
    EXPECT_THAT(planned(job_with("{layout}.png", {}), flyers(1)),
                ElementsAre("flyer.png", "web.png"));
    EXPECT_THAT(planned(job_with("{layout}.{ext}", {}), flyers(1)),
                ElementsAre("flyer.pdf", "web.pdf"));
}

TEST(PlanOutputs, RefusesOneNameForTwoFiles) {
    EXPECT_THAT(
        planned(job_with("x/../out.pdf", {}), flyers(1)),
        ElementsAre("error: several files would be written to \"x/../out.pdf\"\n"
                    "  hint: tell them apart with {layout}, {lang}, {ext} or {page} in --output"));
    EXPECT_THAT(planned(job_with("-", {"pdf"}), flyers(1)),
                ElementsAre("error: standard output takes one file, and there are several\n"
                            "  hint: write to files, with --output"));
}

TEST(PlanOutputs, NeverOverwritesAnInput) {
    EXPECT_THAT(planned(job_with("./chat.json", {"svg"}), flyers(1)),
                ElementsAre("error: \"./chat.json\" is an input of this job"));
    EXPECT_THAT(planned(job_with("flyer.json", {"svg"}), flyers(1)),
                ElementsAre("error: \"flyer.json\" is an input of this job"));
}

TEST(PlanOutputs, KnowsAnInputByWhateverNameItHas) {
    const std::string here = std::filesystem::current_path().string();
    const std::string folder = std::filesystem::current_path().filename().string();
    EXPECT_THAT(planned(job_with(here + "/chat.json", {"svg"}), flyers(1)),
                ElementsAre("error: \"" + here + "/chat.json\" is an input of this job"));
    EXPECT_THAT(planned(job_with("../" + folder + "/chat.json", {"svg"}), flyers(1)),
                ElementsAre("error: \"../" + folder + "/chat.json\" is an input of this job"));
}

TEST(PlanOutputs, RefusesPageNumbersOfAFormatWithoutPages) {
    EXPECT_THAT(
        planned(job_with("{page}.{ext}", {"pdf"}), flyers(1)),
        ElementsAre("error: {page} means nothing to pdf: one file holds all pages\n"
                    "  hint: leave it out: where a format has a file a page, they are numbered"));
}

TEST(ReadOutputRequest, SaysWhenNothingTellsTheFormat) {
    EXPECT_THAT(planned(job_with("-", {}), flyers(1)),
                ElementsAre("error: nothing tells the format of standard output\n"
                            "  hint: name it with --format: pdf, svg, png"));
    EXPECT_THAT(planned(job_with("out/flyer", {}), flyers(1)), SizeIs(1));
}

TEST(ReadOutputRequest, SuggestsTheFormatThatWasMeant) {
    EXPECT_THAT(planned(job_with("flyer.{ext}", {"pfd"}), flyers(1)),
                ElementsAre("error: unknown format \"pfd\"\n"
                            "  hint: did you mean \"pdf\"?\n"
                            "  hint: known: pdf, svg, png"));
}

}  // namespace
}  // namespace broadside
