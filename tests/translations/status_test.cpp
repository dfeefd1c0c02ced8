#include <gmock/gmock.h>

#include "broadside/translations.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kFaulty[] = BROADSIDE_SOURCE_DIR "/tests/fixtures/faulty_locale";

Result<StatusReport> faulty_status(TranslationRule rule) {
    Job job;
    job.dataset = kFaulty;
    DiskFileStore files;
    return translation_status(job, rule, files);
}

/// Without hints, and without the folder.
std::vector<std::string> short_texts(const Diagnostics& diagnostics) {
    std::vector<std::string> texts;
    for (const Diagnostic& diagnostic : diagnostics) {
        texts.push_back(to_short_string(diagnostic).substr(sizeof kFaulty));
    }
    return texts;
}

TEST(TranslationStatus, CountsEveryKindOfFault) {
    const auto report = faulty_status(TranslationRule::Lenient);
    ASSERT_TRUE(report);
    ASSERT_THAT(report->languages, SizeIs(1));
    const TranslationStatus& german = report->languages.front();
    EXPECT_EQ(german.texts, 8u);
    EXPECT_EQ(german.translated, 7u);
    EXPECT_EQ(german.missing, 1u);
    EXPECT_EQ(german.stale, 1u);
    EXPECT_EQ(german.obsolete, 1u);
    EXPECT_EQ(german.identical, 1u);
    EXPECT_EQ(german.mismatched, 3u);
    EXPECT_FALSE(german.is_reviewed);
}

TEST(TranslationStatus, NamesThePlaceOfEveryFault) {
    const auto report = faulty_status(TranslationRule::Lenient);
    ASSERT_TRUE(report);
    EXPECT_THAT(
        short_texts(report->problems),
        ElementsAre(
            "locales/de.json:5:12: warning: [de] title: expected the placeholders [{hour}], got "
            "[{uhr}]",
            "locales/de.json:6:15: warning: [de] subtitle: expected the same space at the start "
            "as in the source",
            "locales/de.json:8:24: note: [de] columns/place/title: the same as the source: "
            "\"Place\"",
            "dataset.json:9:45: warning: [de] columns/what/title: \"What they cook\" is not "
            "translated",
            "locales/de.json:11:30: warning: [de] notes/cash/text: stretches of **strong** text: "
            "expected 1, got 0",
            "locales/de.json:11:30: warning: [de] notes/cash/text: stretches of _small_ text: "
            "expected 1, got 0",
            "locales/de.json:11:30: warning: [de] notes/cash/text: expected every ** to have a "
            "partner",
            "locales/de.json:11:30: warning: [de] notes/cash/text: expected every _ to have a "
            "partner",
            "locales/de.json:11:30: warning: [de] notes/cash/text: line breaks: expected 1, got 0",
            "locales/de.json:12:34: warning: [de] sections/near/title: the source has changed "
            "since this was translated",
            "locales/de.json:9:23: warning: [de] columns/waht/title: the dataset has no such "
            "text"));
}

TEST(TranslationStatus, ShowsTheSourceAndWhatMayBeMeant) {
    const auto report = faulty_status(TranslationRule::Lenient);
    ASSERT_TRUE(report);
    Hints hints;
    for (const Diagnostic& problem : report->problems)
        hints.insert(hints.end(), problem.hints.begin(), problem.hints.end());
    EXPECT_THAT(hints, ElementsAre("the source is \"Where to eat at {hour}\"",
                                   "the source is \"Two places\"",
                                   "the source is \"Cash only. No **cards**, _sorry_\"",
                                   "the source is \"Cash only. No **cards**, _sorry_\"",
                                   "the source is \"Cash only. No **cards**, _sorry_\"",
                                   "the source is \"Cash only. No **cards**, _sorry_\"",
                                   "the source is \"Cash only. No **cards**, _sorry_\"",
                                   "it is now \"Near\"", "did you mean \"columns/what/title\"?"));
}

TEST(TranslationStatus, MeasuresInTheLayoutsThatAreNamed) {
    testing::TinyProject project;
    project.files.files["p/dataset.json"] = testing::kTinyDataset;
    project.files.files["p/symbols/yes.svg"] = testing::kTinySymbol;
    project.files.files["p/locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
    project.job.dataset = "p";
    const auto measured = translation_status(project.job, TranslationRule::Strict, project.files);
    ASSERT_TRUE(measured);
    EXPECT_EQ(measured->languages.front().too_long, 0u);
    project.job.layouts = {"gone"};
    const auto nowhere = translation_status(project.job, TranslationRule::Strict, project.files);
    EXPECT_FALSE(nowhere);
}

TEST(TranslationStatus, FailsUnderTheStrictRule) {
    const auto strict = faulty_status(TranslationRule::Strict);
    ASSERT_TRUE(strict);
    EXPECT_EQ(outcome_of(strict->problems), Outcome::TranslationIncomplete);
    const auto lenient = faulty_status(TranslationRule::Lenient);
    EXPECT_EQ(outcome_of(lenient->problems), Outcome::Done);
}

TEST(TranslationStatus, LeavesOutTheDatasetsOwnLanguageAndItsRegions) {
    testing::TinyProject project;
    project.job.languages = {"en", "en-GB"};
    const auto report = translation_status(project.job, TranslationRule::Strict, project.files);
    ASSERT_TRUE(report);
    EXPECT_THAT(report->languages, IsEmpty());
    ASSERT_THAT(report->problems, SizeIs(1));
    EXPECT_EQ(to_string(report->problems.front()),
              "planets.json: note: there are no locales beside it\n"
              "  hint: a first one: broadside i18n extract planets.json --lang LANG");
}

TEST(TranslationStatus, CountsTheWordsOfAParentForItsRegions) {
    testing::TinyProject project;
    project.files.files["p/dataset.json"] = testing::kTinyDataset;
    project.files.files["p/locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "review": "reviewed",
            "title": "Planeten"})";
    project.job.dataset = "p";
    project.job.languages = {"de-AT"};
    const auto report = translation_status(project.job, TranslationRule::Strict, project.files);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->languages.front().translated, 1u);
    EXPECT_EQ(report->languages.front().missing, 4u);
    EXPECT_TRUE(report->languages.front().is_reviewed);
}

TEST(TranslationStatus, ShowsTheOthersWhereOneLocaleCannotBeRead) {
    testing::TinyProject project;
    project.files.files["p/dataset.json"] = testing::kTinyDataset;
    for (const char* name : {"de", "German", "sv"}) {
        project.files.files[std::string("p/locales/") + name + ".json"] =
            R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
    }
    project.job.dataset = "p";
    const auto report = translation_status(project.job, TranslationRule::Lenient, project.files);
    ASSERT_TRUE(report);
    ASSERT_THAT(report->languages, SizeIs(1));
    EXPECT_EQ(report->languages.front().language, "de");
    EXPECT_EQ(outcome_of(report->problems), Outcome::InputErrors);
}

TEST(TranslationStatus, FailsWithoutADatasetOrALanguageOfIt) {
    testing::TinyProject project;
    project.job.languages = {"sv"};
    EXPECT_FALSE(translation_status(project.job, TranslationRule::Lenient, project.files));
    project.job.dataset = "gone.json";
    EXPECT_FALSE(translation_status(project.job, TranslationRule::Lenient, project.files));
}

}  // namespace
}  // namespace broadside
