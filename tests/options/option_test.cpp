#include "broadside/option.hpp"

#include <gmock/gmock.h>

namespace broadside {
namespace {

using ::testing::ElementsAre;

/// What setting the option says; empty: it went well.
std::string set(Job& job, std::string_view name, std::string_view value) {
    for (const Option& option : options()) {
        if (option.name != name) continue;
        const auto error = option.set(job, value);
        return error ? to_string(*error) : "";
    }
    return "no such option";
}

TEST(Options, AppendLists) {
    Job job;
    EXPECT_EQ(set(job, "layout", "flyer-a4,web"), "");
    EXPECT_EQ(set(job, "layout", "./own.json"), "");
    EXPECT_THAT(job.layouts, ElementsAre("flyer-a4", "web", "./own.json"));
}

TEST(Options, WriteLanguagesAsFilesAreNamed) {
    Job job;
    EXPECT_EQ(set(job, "lang", "SV,zh-hant-tw,PT-br,DE-X-Plain,all"), "");
    EXPECT_THAT(job.languages, ElementsAre("sv", "zh-Hant-TW", "pt-BR", "de-x-plain", "all"));
}

TEST(Options, RefuseLanguagesThatAreNoTags) {
    Job job;
    EXPECT_EQ(set(job, "lang", "de,Swedish"),
              "error: --lang: expected a BCP 47 tag or all, got \"Swedish\"\n"
              "  hint: did you mean \"sv\"?");
    EXPECT_EQ(set(job, "lang", "sv_SE"),
              "error: --lang: expected a BCP 47 tag or all, got \"sv_SE\"\n"
              "  hint: did you mean \"sv-SE\"?");
}

TEST(Options, RefuseEmptyWordsInLists) {
    Job job;
    EXPECT_EQ(set(job, "format", "pdf,,svg"),
              "error: --format: expected words between commas, got \"pdf,,svg\"");
    EXPECT_EQ(set(job, "format", "pdf,"),
              "error: --format: expected words between commas, got \"pdf,\"");
}

TEST(Options, ReadNumbersWhole) {
    Job job;
    EXPECT_EQ(set(job, "ppi", "72.5"), "");
    EXPECT_EQ(job.ppi, 72.5);
    EXPECT_EQ(set(job, "ppi", "72dpi"), "error: --ppi: expected a number, got \"72dpi\"");
    EXPECT_EQ(set(job, "creation-timestamp", "now"),
              "error: --creation-timestamp: expected seconds since 1970-01-01, got \"now\"");
}

TEST(Options, SuggestTheKindOfSvgText) {
    Job job;
    EXPECT_EQ(set(job, "svg-text", "outlines"),
              "error: unknown kind of SVG text \"outlines\"\n"
              "  hint: did you mean \"outline\"?\n"
              "  hint: known: system, outline");
    EXPECT_EQ(set(job, "svg-text", "outline"), "");
    EXPECT_EQ(job.svg_text, SvgText::Outline);
}

TEST(Options, SetTheOtherFields) {
    Job job;
    EXPECT_EQ(set(job, "lang", "fr"), "");
    EXPECT_EQ(set(job, "output", "-"), "");
    EXPECT_EQ(set(job, "font-manifest", "f.json"), "");
    EXPECT_EQ(set(job, "resources", "r"), "");
    EXPECT_EQ(set(job, "creation-timestamp", "86400"), "");
    EXPECT_THAT(job.languages, ElementsAre("fr"));
    EXPECT_EQ(job.output, "-");
    EXPECT_EQ(job.font_manifest, "f.json");
    EXPECT_THAT(job.resources, ElementsAre("r"));
    EXPECT_EQ(job.creation_time, 86400);
}

TEST(Options, WantAWholeNumberOfThreads) {
    Job job;
    EXPECT_EQ(set(job, "jobs", "4"), "");
    EXPECT_EQ(job.threads, 4U);
    for (const char* wrong : {"0", "-1", "two", "1.5", "257", ""}) {
        EXPECT_EQ(set(job, "jobs", wrong), std::string("error: --jobs: expected a number from 1 to "
                                                       "256, got \"") +
                                               wrong + "\"");
    }
}

TEST(Options, NameAPartFromOne) {
    Job job;
    EXPECT_EQ(set(job, "shard", "2/3"), "");
    EXPECT_EQ(job.shard.part, 2U);
    EXPECT_EQ(job.shard.parts, 3U);
    for (const char* wrong : {"0/3", "4/3", "2", "/3", "1/", "1/2/3"}) {
        EXPECT_EQ(set(job, "shard", wrong),
                  std::string("error: --shard: expected a part and the number of parts, as in 1/4, "
                              "got \"") +
                      wrong + "\"");
    }
}

TEST(Options, SetWhatABuildKeeps) {
    Job job;
    EXPECT_EQ(set(job, "force", ""), "");
    EXPECT_EQ(set(job, "manifest", "m.json"), "");
    EXPECT_EQ(set(job, "deps", "d"), "");
    EXPECT_EQ(set(job, "deps-format", "json"), "");
    EXPECT_EQ(set(job, "deps-format", "jason"),
              "error: unknown format of dependencies \"jason\"\n"
              "  hint: did you mean \"json\"?\n"
              "  hint: known: make, json");
    EXPECT_EQ(job.rebuild, Rebuild::All);
    EXPECT_EQ(job.manifest, "m.json");
    EXPECT_EQ(job.deps, "d");
    EXPECT_EQ(job.deps_format, DependencyFormat::Json);
}

TEST(Options, SayTheDefaultsThatTheJobHas) {
    const std::string defaults(kDefaultOutput);
    for (const Option& option : options()) {
        if (option.name != "output") continue;
        EXPECT_THAT(std::string(option.help), ::testing::HasSubstr(defaults));
    }
}

TEST(UnknownWord, NamesTheNearestAndAllKnownWords) {
    const Diagnostic diagnostic = unknown_word({"layout", "flier-a4", {"flyer-a4", "web"}});
    EXPECT_EQ(to_string(diagnostic),
              "error: unknown layout \"flier-a4\"\n"
              "  hint: did you mean \"flyer-a4\"?\n"
              "  hint: known: flyer-a4, web");
    EXPECT_EQ(diagnostic.code, "job-unknown-layout");
}

TEST(UnknownWord, GuessesNothingWhenNothingIsNear) {
    EXPECT_EQ(to_string(unknown_word({"format", "docx", {"pdf"}})),
              "error: unknown format \"docx\"\n  hint: known: pdf");
    EXPECT_EQ(to_string(unknown_word({"layout", "web", {}})), "error: unknown layout \"web\"");
}

}  // namespace
}  // namespace broadside
