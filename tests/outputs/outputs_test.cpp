#include "broadside/outputs/outputs.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "support/memory_files.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;

/// Two layouts of chat.json: `flyer` of so many pages, and `web` of one.
struct Flyers {
    explicit Flyers(std::size_t flyer_pages) : pages(flyer_pages) {
        sources.dataset.file = kept("chat.json", "");
        sources.dataset.name = "chat";
        sources.fonts = std::make_shared<const FontsInput>(FontsInput{kept("fonts.json", ""), {}});
        sources.dataset.dataset.id = "messengers";
        sources.languages.languages = {{"fr", {}}};
        sources.languages.files.push_back({kept("locales/de.json", ""), {}});
        for (const char* name : {"flyer", "web"}) {
            LayoutSource layout;
            layout.input.layout.name = name;
            layout.input.file = kept(std::string(name) + ".json", "");
            layout.symbols.files.push_back({"symbols/yes.svg", {}});
            sources.layouts.push_back(layout);
        }
    }

    std::size_t pages;
    Sources sources;
};

Flyers flyers(std::size_t pages) { return Flyers(pages); }

Job job_with(std::string output, std::vector<std::string> formats) {
    Job job;
    job.output = std::move(output);
    job.formats = std::move(formats);
    return job;
}

template <typename T>
std::vector<std::string> errors_of(const Result<T>& result) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : result.diagnostics())
        lines.push_back(to_string(diagnostic));
    return lines;
}

/// All paths in order, or the errors.
std::vector<std::string> planned(const Job& job, const Flyers& flyers) {
    const auto request = read_output_request(job);
    if (!request) return errors_of(request);
    TakenNames taken;
    taken.add_input(flyers.sources.dataset.file->name);
    const auto plan = plan_outputs(*request, flyers.sources, taken);
    if (!plan) return errors_of(plan);
    std::vector<std::string> all;
    for (const PlannedEdition& edition : plan->editions) {
        const bool is_flyer = name_of(flyers.sources, edition) == "fr flyer";
        for (const emit::Format* format : request->formats) {
            const auto paths = paths_of(*request, flyers.sources, edition, *format,
                                        is_flyer ? flyers.pages : 1, taken);
            if (!paths) return errors_of(paths);
            all.insert(all.end(), paths->begin(), paths->end());
        }
    }
    return all;
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

TEST(PlanOutputs, RefusesANumberedNameThatAnotherOutputHas) {
    Flyers clash(2);
    clash.sources.layouts[1].input.layout.name = "flyer-2";
    EXPECT_THAT(
        planned(job_with("{layout}.svg", {}), clash),
        ElementsAre("error: several files would be written to \"flyer-2.svg\"\n"
                    "  hint: tell them apart with {layout}, {lang}, {ext} or {page} in --output"));
}

TEST(PlanOutputs, WritesOnePageOnlyToStandardOutput) {
    Flyers pages(2);
    pages.sources.layouts.pop_back();
    EXPECT_THAT(planned(job_with("-", {"svg"}), pages),
                ElementsAre("error: standard output takes one file, and there are several\n"
                            "  hint: write to files, with --output"));
}

TEST(PlanOutputs, KnowsAnInputByWhateverNameItHas) {
    const std::string here = std::filesystem::current_path().string();
    const std::string folder = std::filesystem::current_path().filename().string();
    EXPECT_THAT(
        planned(job_with(here + "/chat.json", {"svg"}), flyers(1)),
        ElementsAre("error: \"" + here + "/chat.json\" is an input and would be overwritten"));
    EXPECT_THAT(
        planned(job_with("../" + folder + "/chat.json", {"svg"}), flyers(1)),
        ElementsAre("error: \"../" + folder + "/chat.json\" is an input and would be overwritten"));
}

TEST(ReadOutputRequest, SaysWhatIsWrongWithTheOutput) {
    constexpr char kStandardOutput[] =
        "standard output takes one file, and there are several\n"
        "  hint: write to files, with --output";
    const struct {
        const char* output;
        std::vector<std::string> formats;
        std::string error;
    } wrong[] = {
        {"x/../out.pdf",
         {},
         "several files would be written to \"x/../out.pdf\"\n"
         "  hint: tell them apart with {layout}, {lang}, {ext} or {page} in --output"},
        {"-", {"pdf"}, kStandardOutput},
        {"-",
         {},
         "nothing tells the format of standard output\n"
         "  hint: name it with --format: pdf, svg, png, html, web"},
        {"out/flyer",
         {},
         "nothing tells the format of out/flyer\n"
         "  hint: name it with --format: pdf, svg, png, html, web"},
        {"", {"pdf"}, "expected a path for the output"},
        {"{page}.{ext}",
         {"pdf"},
         "{page} means nothing to pdf: one file holds all pages\n"
         "  hint: leave it out: where a format has a file a page, they are numbered"},
        {"flyer.{ext}",
         {"pfd"},
         "unknown format \"pfd\"\n"
         "  hint: did you mean \"pdf\"?\n"
         "  hint: known: pdf, svg, png, html, web"},
    };
    for (const auto& [output, formats, error] : wrong)
        EXPECT_THAT(planned(job_with(output, formats), flyers(1)), ElementsAre("error: " + error));
}

TEST(ReadOutputRequest, ExpectsNoFormatOfABrokenPattern) {
    EXPECT_THAT(planned(job_with("{x}{lang", {}), flyers(1)),
                ElementsAre("error: unknown placeholder \"{x}\"\n  hint: known: {id}, {name}, "
                            "{layout}, {lang}, {ext}, {page}, {record}",
                            "error: expected every { to be closed by } in \"{x}{lang\""));
}

}  // namespace
}  // namespace broadside
