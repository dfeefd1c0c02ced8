#include "broadside/translations/inputs.hpp"

#include <gmock/gmock.h>

#include "broadside/translations.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Translated : testing::TinyProject {
    std::vector<Diagnostic> diagnostics;

    void add(const std::string& tag) {
        // A bare file name lies in "./" for lists, and in no folder for reading.
        const std::string locale =
            R"({"format": 1, "language": ")" + tag + R"(", "translates": "planets"})";
        files.files["./locales/" + tag + ".json"] = locale;
        files.files["locales/" + tag + ".json"] = locale;
    }
};

TEST(TranslationInputs, HaveTheLanguagesOwnLocaleAndNotItsParents) {
    Translated project;
    project.add("de");
    const auto inputs = TranslationInputs::read(project.job, project.files, project.diagnostics);
    ASSERT_TRUE(inputs);
    EXPECT_THAT(inputs->locale_tags(), ElementsAre("de"));
    EXPECT_TRUE(inputs->read_locale("de", project.diagnostics));
    EXPECT_FALSE(inputs->read_locale("de-AT", project.diagnostics));
    EXPECT_FALSE(inputs->read_locale("en", project.diagnostics));
    EXPECT_THAT(project.diagnostics, IsEmpty());
}

TEST(TranslationInputs, ReportALocaleWithErrors) {
    Translated project;
    project.add("de");
    project.files.files["locales/de.json"] = "{";
    const auto inputs = TranslationInputs::read(project.job, project.files, project.diagnostics);
    EXPECT_FALSE(inputs->read_locale("de", project.diagnostics));
    EXPECT_THAT(project.diagnostics, SizeIs(1));
}

TEST(TranslationInputs, AreNothingWithoutADataset) {
    Translated project;
    project.files.files["planets.json"] = "{";
    EXPECT_FALSE(TranslationInputs::read(project.job, project.files, project.diagnostics));
    EXPECT_THAT(project.diagnostics, SizeIs(1));
}

DatasetInput dataset_in(const std::string& folder, const std::string& schema) {
    DatasetInput dataset;
    dataset.folder = folder;
    dataset.file.bytes = R"({"$schema": ")" + schema + R"("})";
    return dataset;
}

TEST(LocaleSchema, LeadsFromAnyFolderToTheOneBesideTheDatasetsSchema) {
    const DatasetInput dataset = dataset_in("data/lunch", "../schema/dataset.schema.json");
    EXPECT_EQ(locale_schema(dataset, "data/lunch/locales"), "../../schema/locale.schema.json");
    EXPECT_EQ(locale_schema(dataset, "output"), "../data/schema/locale.schema.json");
    EXPECT_EQ(locale_schema(dataset, "."), "data/schema/locale.schema.json");
}

TEST(LocaleSchema, StaysAsItIsWhereItIsAbsolute) {
    EXPECT_EQ(locale_schema(dataset_in("p", "https://example.org/dataset.schema.json"), "output"),
              "https://example.org/locale.schema.json");
}

TEST(LocaleSchema, IsEmptyWhereNothingIsKnownOfIt) {
    EXPECT_EQ(locale_schema(dataset_in("p", "other.json"), "output"), "");
    EXPECT_EQ(locale_schema(dataset_in("p", "dataset.schema.json"), "/output"), "");
    DatasetInput dataset;
    dataset.file.bytes = "{}";
    EXPECT_EQ(locale_schema(dataset, "output"), "");
}

struct Measured : testing::TinyProject {
    std::vector<Diagnostic> diagnostics;

    Measured() {
        files.files["p/dataset.json"] = testing::kTinyDataset;
        files.files["p/symbols/yes.svg"] = testing::kTinySymbol;
        files.files["p/locales/de.json"] =
            R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
        job.dataset = "p";
    }
    MeasuredLengths measure() { return measure_translations(job, files, diagnostics); }
};

TEST(MeasureTranslations, MeasuresEveryLanguageInEveryLayout) {
    Measured project;
    const MeasuredLengths lengths = project.measure();
    EXPECT_THAT(lengths, SizeIs(2));
    ASSERT_THAT(lengths.at("de"), SizeIs(1));
    EXPECT_EQ(lengths.at("de").front().layout, "plain");
    EXPECT_EQ(lengths.at("de").front().texts.at("title").characters_used, 8u);
}

TEST(MeasureTranslations, MeasuresNothingWithoutALayout) {
    Measured project;
    project.job.layouts.clear();
    EXPECT_THAT(project.measure(), IsEmpty());
    project.job.layouts = {"gone"};
    EXPECT_THAT(project.measure(), IsEmpty());
    EXPECT_THAT(project.diagnostics, SizeIs(1));
}

TEST(MeasureTranslations, RefusesFontsToMeasureNothingWith) {
    Measured project;
    project.job.layouts.clear();
    project.job.font_manifest = "fonts.json";
    EXPECT_THAT(project.measure(), IsEmpty());
    EXPECT_EQ(to_string(project.diagnostics.front()),
              "error: expected a layout to measure in with these fonts\n"
              "  hint: name one with --layout, or leave out --font-manifest");
}

TEST(LengthsOf, AreThoseOfTheSourceForALanguageWithoutWords) {
    Measured project;
    const MeasuredLengths lengths = project.measure();
    EXPECT_EQ(&lengths_of(lengths, "sv", "en"), &lengths.at("en"));
    EXPECT_THAT(lengths_of({}, "sv", "en"), IsEmpty());
}

TEST(MeasureTranslations, TellsTranslatorsHowLongATextMayBe) {
    Measured project;
    project.job.languages = {"sv"};
    project.job.output = "{lang}.po";
    ASSERT_TRUE(extract_translations(project.job, {}, project.files, project.sink));
    EXPECT_THAT(project.sink.written["sv.po"], HasSubstr(" mm (plain)\n"));
}

TEST(MeasureTranslations, GivesATextOfALockedLayoutTheSameRoomWhicheverLanguagesAreAsked) {
    Measured project;
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "header"}, {"kind": "table"}],
            "fit": {"pages": 1, "lock": true}})";
    project.files.files["p/locales/fr.json"] =
        R"({"format": 1, "language": "fr", "translates": "planets",
            "columns": {"rings": {"title": "Possède des anneaux, ou n'en possède pas"}}})";
    project.job.languages = {"de"};
    const double asked =
        project.measure()["de"].front().texts.at("columns/rings/title").mm_available;
    project.job.languages = {"all"};
    const double all = project.measure()["de"].front().texts.at("columns/rings/title").mm_available;
    EXPECT_DOUBLE_EQ(asked, all);
}

}  // namespace
}  // namespace broadside
