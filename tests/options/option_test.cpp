#include "broadside/option.hpp"

#include <gmock/gmock.h>

#include "broadside/file_store.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;

/// What setting the option says; empty: it went well.
std::string set(Job& job, std::string_view name, std::string_view value) {
    const auto error = find_option(name)->set(job, value);
    return error ? to_string(*error) : "";
}

TEST(Options, SetTheFieldsOfAJob) {
    Job job;
    for (const auto& [name, value] : {
             std::pair{"layout", "flyer-a4,web"},
             {"layout", "./own.json"},
             {"lang", "SV,zh-hant-tw,PT-br,DE-X-Plain,all"},
             {"output", "-"},
             {"ppi", "72.5"},
             {"png-palette", ""},
             {"png-background", "transparent"},
             {"svg-text", "outline"},
             {"svg-theme", "auto"},
             {"html", "fragment"},
             {"creation-timestamp", "86400"},
             {"font-manifest", "f.json"},
             {"resources", "r"},
             {"jobs", "4"},
             {"shard", "2/3"},
             {"force", ""},
             {"manifest", "m.json"},
             {"deps", "d"},
             {"deps-format", "json"},
         })
        EXPECT_EQ(set(job, name, value), "") << name;
    EXPECT_THAT(job.layouts, ElementsAre("flyer-a4", "web", "./own.json"));
    EXPECT_THAT(job.languages, ElementsAre("sv", "zh-Hant-TW", "pt-BR", "de-x-plain", "all"));
    EXPECT_EQ(job.output, "-");
    EXPECT_EQ(job.output_options.ppi, 72.5);
    EXPECT_TRUE(job.output_options.png_palette);
    EXPECT_EQ(job.output_options.png_background, PngBackground::Transparent);
    EXPECT_EQ(job.output_options.svg_text, SvgText::Outline);
    EXPECT_EQ(job.output_options.svg_theme, SvgTheme::Auto);
    EXPECT_EQ(job.output_options.html, HtmlForm::Fragment);
    EXPECT_EQ(job.output_options.creation_time, 86400);
    EXPECT_EQ(job.font_manifest, "f.json");
    EXPECT_THAT(job.resources, ElementsAre("r"));
    EXPECT_EQ(job.threads, 4U);
    EXPECT_EQ(job.shard.part, 2U);
    EXPECT_EQ(job.shard.parts, 3U);
    EXPECT_EQ(job.rebuild, Rebuild::All);
    EXPECT_EQ(job.manifest, "m.json");
    EXPECT_EQ(job.deps, "d");
    EXPECT_EQ(job.deps_format, DependencyFormat::Json);
}

TEST(Options, SayWhatTheyExpected) {
    const struct {
        const char* name;
        std::vector<const char*> values;
        const char* expected;
    } wrong[] = {
        {"format", {"pdf,,svg", "pdf,", ""}, "words between commas"},
        {"ppi", {"72dpi"}, "a number"},
        {"creation-timestamp", {"now"}, "seconds since 1970-01-01"},
        {"jobs", {"0", "-1", "two", "1.5", "257", ""}, "a number from 1 to 256"},
        {"shard",
         {"0/3", "4/3", "2", "/3", "1/", "1/2/3"},
         "a part and the number of parts, as in 1/4"},
    };
    for (const auto& [name, values, expected] : wrong) {
        for (const std::string value : values) {
            Job job;
            EXPECT_EQ(set(job, name, value), "error: --" + std::string(name) + ": expected " +
                                                 expected + ", got \"" + value + "\"");
        }
    }
}

TEST(Options, SuggestTheWordThatWasMeant) {
    Job job;
    EXPECT_EQ(set(job, "lang", "de,Swedish"),
              "error: --lang: expected a BCP 47 tag or all, got \"Swedish\"\n"
              "  hint: did you mean \"sv\"?");
    EXPECT_EQ(set(job, "lang", "sv_SE"),
              "error: --lang: expected a BCP 47 tag or all, got \"sv_SE\"\n"
              "  hint: did you mean \"sv-SE\"?");
    EXPECT_EQ(set(job, "svg-text", "outlines"),
              "error: unknown kind of SVG text \"outlines\"\n"
              "  hint: did you mean \"outline\"?\n"
              "  hint: known: embed, system, outline");
    EXPECT_EQ(set(job, "svg-theme", "dark"),
              "error: unknown theme of SVG \"dark\"\n"
              "  hint: known: fixed, auto");
    EXPECT_EQ(set(job, "deps-format", "jason"),
              "error: unknown format of dependencies \"jason\"\n"
              "  hint: did you mean \"json\"?\n"
              "  hint: known: make, json");
}

TEST(Options, SayTheDefaultsThatTheJobHas) {
    EXPECT_THAT(std::string(find_option("output")->help),
                ::testing::HasSubstr(std::string(kDefaultOutput)));
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

TEST(Options, StandInTheReadme) {
    DiskFileStore files;
    const std::string readme = files.read(BROADSIDE_SOURCE_DIR "/README.md").value();
    for (const Option& option : options())
        EXPECT_NE(readme.find("`--" + std::string(option.name)), readme.npos) << option.name;
}

}  // namespace
}  // namespace broadside
