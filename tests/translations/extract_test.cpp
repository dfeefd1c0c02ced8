#include <gmock/gmock.h>

#include "broadside/translations.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

struct Extracting : testing::TinyProject {
    ExtractRequest request;

    Extracting() {
        files.files["p/dataset.json"] = testing::kTinyDataset;
        job.dataset = "p";
        job.layouts.clear();
        job.output = kDefaultTranslationOutput;
        add_german(R"(, "title": "Planeten")");
    }
    void add_german(const std::string& members) {
        files.files["p/locales/de.json"] =
            R"({"format": 1, "language": "de", "translates": "planets")" + members + "}";
    }
    Result<std::vector<ExtractedFile>> extract() {
        return extract_translations(job, request, files, sink);
    }
    std::string first_error() {
        const auto result = extract();
        return result ? "" : to_string(result.diagnostics().front());
    }
};

TEST(ExtractTranslations, WritesATemplateWhereNoLanguageIsNamed) {
    Extracting job;
    const auto files = job.extract();
    ASSERT_TRUE(files);
    EXPECT_THAT(job.sink.written, UnorderedElementsAre(Key("output/p-en.pot")));
    EXPECT_EQ(files->front().texts, 5u);
    EXPECT_EQ(files->front().translated, 0u);
}

TEST(ExtractTranslations, WritesAFileForEachLanguageThoughItHasNoLocale) {
    Extracting job;
    job.job.languages = {"all", "sv", "de"};
    const auto files = job.extract();
    EXPECT_THAT(job.sink.written,
                UnorderedElementsAre(Key("output/p-de.po"), Key("output/p-sv.po")));
    EXPECT_EQ(files->front().translated, 1u);
}

TEST(ExtractTranslations, LeavesTheWordsOfAParentToIt) {
    Extracting job;
    job.job.languages = {"de-AT"};
    const auto files = job.extract();
    ASSERT_TRUE(files);
    EXPECT_EQ(files->front().translated, 0u);
}

TEST(ExtractTranslations, TakesTheFormatFromTheOutput) {
    Extracting job;
    job.job.output = "x.json";
    ASSERT_TRUE(job.extract());
    EXPECT_THAT(job.sink.written["x.json"], StartsWith("{"));
    job.job.output = "x.txt";
    EXPECT_EQ(
        job.first_error(),
        "error: nothing tells the format of x.txt\n  hint: name it with --to: po, json, jsonc");
}

TEST(ExtractTranslations, RefusesToReplaceAnInput) {
    Extracting job;
    job.job.languages = {"de"};
    job.job.output = "p/locales/../locales/{lang}.json";
    EXPECT_EQ(job.first_error(),
              "error: \"p/locales/../locales/de.json\" is an input and would be overwritten");
}

TEST(ExtractTranslations, RefusesOneFileForTwoLanguages) {
    Extracting job;
    job.job.languages = {"de", "sv"};
    job.job.output = "x.po";
    EXPECT_THAT(job.first_error(), StartsWith("error: several files would be written to"));
}

TEST(ExtractTranslations, RefusesToReplaceWorkThatIsNotMerged) {
    Extracting job;
    job.job.languages = {"de"};
    ASSERT_TRUE(job.extract());
    std::string po = job.sink.written["output/p-de.po"];
    const std::size_t empty = po.find("msgstr \"\"\n\n");
    job.files.files["output/p-de.po"] = po.replace(empty, 10, "msgstr \"x\"\n");
    EXPECT_EQ(job.first_error(),
              "output/p-de.po: error: translations that are not yet in p/locales/de.json: 1\n"
              "  hint: merge it first: broadside i18n merge p output/p-de.po");
}

TEST(ExtractTranslations, TellsTheOldSourceFromTheFileThatItReplaces) {
    Extracting job;
    job.job.languages = {"de"};
    // FNV-1a of "Planets".
    job.add_german(R"(, "title": "Planeten", "translated_from": {"title": "b7367a20"})");
    ASSERT_TRUE(job.extract());
    job.files.files["output/p-de.po"] = job.sink.written["output/p-de.po"];
    std::string& dataset = job.files.files["p/dataset.json"];
    dataset.replace(dataset.find("Planets"), 7, "Worlds");
    const auto files = job.extract();
    ASSERT_TRUE(files);
    EXPECT_EQ(files->front().stale, 1u);
    EXPECT_THAT(job.sink.written["output/p-de.po"],
                HasSubstr("#, fuzzy\n#| msgid \"Planets\"\nmsgctxt \"title\"\nmsgid \"Worlds\"\n"));
}

TEST(ExtractTranslations, RefusesBudgetsWhereTheFormatHasNoPlaceForThem) {
    Extracting job;
    job.job.layouts = {"plain"};
    job.request.format = TranslationFormat::Json;
    EXPECT_EQ(job.first_error(),
              "error: JSON for tools has no place for how long texts may be\n"
              "  hint: leave out --layout, or write --to po or --to jsonc");
}

TEST(ExtractTranslations, RefusesFontsToMeasureNothingWith) {
    Extracting job;
    job.job.font_manifest = "fonts.json";
    EXPECT_EQ(job.first_error(),
              "error: expected a layout to measure in with these fonts\n"
              "  hint: name one with --layout, or leave out --font-manifest");
}

TEST(ExtractTranslations, RefusesADateWhereTheFormatHasNoPlaceForIt) {
    Extracting job;
    job.job.output_options.creation_time = 1;
    job.request.format = TranslationFormat::CommentedJson;
    EXPECT_EQ(job.first_error(), "");
    job.request.wants_date = true;
    EXPECT_EQ(job.first_error(),
              "error: JSON has no place for a date\n"
              "  hint: leave out --creation-timestamp, or write --to po");
}

TEST(ExtractTranslations, SaysThatThereAreNoLocalesToWriteAllOf) {
    Extracting job;
    job.files.files.erase("p/locales/de.json");
    job.job.languages = {"all"};
    EXPECT_EQ(job.first_error(),
              "error: there are no locales yet\n  hint: name the languages, as in --lang sv,da");
}

TEST(ExtractTranslations, TellsTheWordsAndTheirRoomInCommentedJson) {
    Extracting job;
    job.job.layouts = {"plain"};
    job.files.files["p/symbols/yes.svg"] = testing::kTinySymbol;
    job.job.output = "sv.jsonc";
    job.job.languages = {"sv"};
    ASSERT_TRUE(job.extract());
    EXPECT_THAT(job.sink.written["sv.jsonc"], HasSubstr(" mm (plain)\n  // en: \"Planets\"\n"));
}

TEST(ExtractTranslations, PointsJsonToItsSchema) {
    Extracting job;
    job.files.files["p/dataset.json"].insert(1, R"("$schema": "../schema/dataset.schema.json", )");
    job.request.format = TranslationFormat::Json;
    ASSERT_TRUE(job.extract());
    EXPECT_THAT(job.sink.written["output/p-en.json"],
                HasSubstr(R"("$schema": "../schema/locale.schema.json")"));
}

TEST(ExtractTranslations, NamesTheLocaleFileThatIsNoLanguage) {
    Extracting job;
    job.files.files["p/locales/notes.txt.json"] = "{}";
    job.job.languages = {"all"};
    EXPECT_THAT(job.first_error(), StartsWith("p/locales/notes.txt.json: error: expected a file"));
}

TEST(ExtractTranslations, WarnsOfALanguageThatDoesNotExist) {
    Extracting job;
    job.job.languages = {"xx"};
    job.job.output = "x.po";
    const auto files = job.extract();
    ASSERT_TRUE(files);
    EXPECT_EQ(to_string(files.diagnostics().front()), "warning: \"xx\" is no language of ISO 639");
}

TEST(ExtractTranslations, RefusesWhatMeansNothing) {
    Extracting job;
    for (const std::string none : {"{layout}", "{page}", "{record}"}) {
        job.job.output = none + ".po";
        EXPECT_EQ(job.first_error(), "error: \"" + none + ".po\": translations have no " + none);
    }
    job.job.output = "x.po";
    job.job.languages = {"sv_SE"};
    EXPECT_EQ(job.first_error(),
              "error: expected a BCP 47 tag, got \"sv_SE\"\n  hint: did you mean \"sv-SE\"?");
    job.job.output_options.creation_time = 253402300800;
    EXPECT_EQ(job.first_error(), "error: expected a date of the years 1 to 9999");
}

}  // namespace
}  // namespace broadside
