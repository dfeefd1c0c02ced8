#include "broadside/job/languages.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string locale(const std::string& language, const std::string& dataset = "planets") {
    return R"({"format": 1, "language": ")" + language + R"(", "translates": ")" + dataset +
           R"("})";
}

struct Tower : testing::TinyProject {
    Diagnostics diagnostics;

    std::vector<std::string> read(std::vector<std::string> wanted) {
        job.languages = std::move(wanted);
        const auto dataset = read_dataset(job, files);
        languages = read_languages(job, *dataset, files, diagnostics);
        std::vector<std::string> tags;
        for (const Language& language : languages.languages) tags.push_back(language.tag);
        return tags;
    }
    void add(const std::string& tag, const std::string& text) {
        files.files["./locales/" + tag + ".json"] = text;
        files.files["locales/" + tag + ".json"] = text;
    }
    Languages languages;
};

TEST(ReadLanguages, IsTheDatasetsOwnByDefault) {
    Tower tower;
    tower.add("de", "not even JSON");
    EXPECT_THAT(tower.read({}), ElementsAre("en"));
    EXPECT_THAT(tower.diagnostics, IsEmpty());
}

TEST(ReadLanguages, AllAreTheSourceAndThenTheLocalesByTag) {
    Tower tower;
    tower.add("fr", locale("fr"));
    tower.add("de", locale("de"));
    EXPECT_THAT(tower.read({"all", "de"}), ElementsAre("en", "de", "fr"));
}

TEST(ReadLanguages, GivesALanguageTheLocalesOfItsParents) {
    Tower tower;
    tower.add("de", locale("de"));
    EXPECT_THAT(tower.read({"de-AT", "de-x-plain"}), ElementsAre("de-AT", "de-x-plain"));
    EXPECT_THAT(tower.languages.languages[1].locales, SizeIs(1));
    ASSERT_THAT(tower.languages.languages[0].locales, SizeIs(1));
    EXPECT_EQ(tower.languages.languages[0].locales[0]->locale.language, "de");
}

TEST(ReadLanguages, NeedsNoLocaleForARegionOfTheSourceLanguage) {
    Tower tower;
    EXPECT_THAT(tower.read({"en-GB"}), ElementsAre("en-GB"));
    EXPECT_THAT(tower.languages.languages[0].locales, IsEmpty());
}

TEST(ReadLanguages, NamesTheKnownLanguagesWhereOneIsUnknown) {
    Tower tower;
    tower.add("de", locale("de"));
    EXPECT_THAT(tower.read({"xx"}), IsEmpty());
    EXPECT_EQ(to_string(tower.diagnostics.front()),
              "error: unknown language \"xx\"\n  hint: known: de, en");
}

TEST(ReadLanguages, RefusesAFileThatIsNotNamedByALanguage) {
    Tower tower;
    tower.add("German", locale("de"));
    tower.add("notes.txt", "{}");
    tower.add("sv", locale("sv"));
    EXPECT_THAT(tower.read({"all"}), ElementsAre("en", "sv"));
    ASSERT_THAT(tower.diagnostics, SizeIs(2));
    EXPECT_EQ(to_string(tower.diagnostics[0]),
              "locales/German.json: error: expected a file named by its language, got \"German\"\n"
              "  hint: did you mean \"de.json\"?");
    EXPECT_EQ(tower.diagnostics[1].hints.front(),
              "name it by a BCP 47 tag, as in sv.json or zh-Hant.json");
}

TEST(ReadLanguages, WantsTheNameOfAFileInTheLettersOfItsTag) {
    Tower tower;
    tower.add("zh-hant", locale("zh-hant"));
    EXPECT_THAT(tower.read({"all"}), ElementsAre("en"));
    EXPECT_EQ(tower.diagnostics.front().hints.front(), "did you mean \"zh-Hant.json\"?");
}

TEST(ReadLanguages, WarnsOfALanguageThatDoesNotExistAndUsesIt) {
    Tower tower;
    tower.add("jp", locale("jp"));
    EXPECT_THAT(tower.read({"jp"}), ElementsAre("jp"));
    ASSERT_THAT(tower.diagnostics, SizeIs(1));
    EXPECT_EQ(to_string(tower.diagnostics.front()),
              "locales/jp.json:1:27: warning: /language: \"jp\" is no language of ISO 639");
}

TEST(ReadLanguages, KnowsALanguageByItsLongCode) {
    Tower tower;
    tower.add("de", locale("de"));
    tower.read({"deu"});
    EXPECT_EQ(to_string(tower.diagnostics.front()),
              "error: unknown language \"deu\"\n  hint: did you mean \"de\"?");
}

TEST(ReadLanguages, RefusesALocaleOfAnotherLanguageOrDataset) {
    Tower tower;
    tower.add("de", locale("fr", "lunch"));
    EXPECT_THAT(tower.read({"de"}), IsEmpty());
    ASSERT_THAT(tower.diagnostics, SizeIs(2));
    EXPECT_EQ(tower.diagnostics[0].message, "expected \"de\", got \"fr\"");
    EXPECT_EQ(tower.diagnostics[1].message, "expected the dataset's id \"planets\", got \"lunch\"");
}

/// The dataset of `tower` from standard input.
void pipe(Tower& tower) {
    tower.files.files["-"] = testing::kTinyDataset;
    tower.job.dataset = "-";
}

TEST(ReadLanguages, WarnsThatAllOfAStreamAreOne) {
    Tower tower;
    tower.add("de", locale("de"));
    pipe(tower);
    EXPECT_THAT(tower.read({"all"}), ElementsAre("en"));
    ASSERT_THAT(tower.diagnostics, SizeIs(1));
    EXPECT_EQ(to_string(tower.diagnostics[0]),
              "<stdin>: warning: all languages are en alone: a stream has no locales\n"
              "  hint: locales lie beside a dataset's file: name the file, or its folder, in place "
              "of a stream");
}

TEST(ReadLanguages, SaysWhyAStreamHasNoOtherLanguage) {
    Tower tower;
    pipe(tower);
    EXPECT_THAT(tower.read({"de"}), IsEmpty());
    ASSERT_THAT(tower.diagnostics, SizeIs(1));
    EXPECT_THAT(tower.diagnostics[0].hints.back(), ::testing::StartsWith("locales lie beside"));
}

}  // namespace
}  // namespace broadside
