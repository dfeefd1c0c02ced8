#include <gmock/gmock.h>

#include "broadside/translations.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kGermanHead[] = R"({"format": 1, "language": "de", "translates": "planets")";

std::string po(const std::string& language, const std::string& text) {
    return "msgid \"\"\nmsgstr \"Language: " + language +
           "\\n\"\n\nmsgctxt \"title\"\nmsgid \"Planets\"\nmsgstr \"" + text + "\"\n";
}

struct Merging : testing::TinyProject {
    MergeRequest request;

    Merging() {
        files.files["p/dataset.json"] = testing::kTinyDataset;
        job.dataset = "p";
        request.files = {"a.po"};
    }
    Result<std::vector<MergedLocale>> merge() {
        return merge_translations(job, request, files, sink);
    }
    std::string first_error() {
        const auto result = merge();
        return result ? "" : to_string(result.diagnostics().front());
    }
};

TEST(MergeTranslations, MakesALocaleForANewLanguage) {
    Merging job;
    job.files.files["a.po"] = po("de", "Planeten");
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->front().is_new);
    EXPECT_EQ(job.sink.written["p/locales/de.json"],
              "{\n  \"format\": 1,\n  \"language\": \"de\",\n  \"translates\": \"planets\",\n"
              "  \"review\": \"draft\",\n\n  \"title\": \"Planeten\",\n\n  \"translated_from\": {\n"
              "    \"title\": \"b7367a20\"\n  }\n}\n");
}

TEST(MergeTranslations, PointsANewLocaleToItsSchema) {
    Merging job;
    std::string& dataset = job.files.files["p/dataset.json"];
    dataset.insert(1, R"("$schema": "../schema/dataset.schema.json", )");
    job.files.files["a.po"] = po("de", "Planeten");
    ASSERT_TRUE(job.merge());
    EXPECT_THAT(job.sink.written["p/locales/de.json"],
                HasSubstr(R"("$schema": "../../schema/locale.schema.json")"));
}

TEST(MergeTranslations, MergesOneFileAfterTheOther) {
    Merging job;
    job.files.files["a.po"] = po("de", "Planeten");
    job.files.files["b.json"] =
        std::string(kGermanHead) + R"(, "columns": {"rings": {"title": "Ringe"}}})";
    job.request.files = {"a.po", "b.json"};
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_THAT(*merged, SizeIs(1));
    EXPECT_EQ(merged->front().added, 2u);
    EXPECT_THAT(job.sink.written["p/locales/de.json"], HasSubstr("Ringe"));
    EXPECT_THAT(job.sink.written["p/locales/de.json"], HasSubstr("Planeten"));
}

TEST(MergeTranslations, WritesNothingWhereNothingIsNew) {
    Merging job;
    job.files.files["p/locales/de.json"] = std::string(kGermanHead) + R"(, "title": "Planeten"})";
    job.files.files["a.po"] =
        std::string(kGermanHead) + R"(, "title": "Planeten", "subtitle": ""})";
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_FALSE(merged->front().is_written);
    EXPECT_THAT(job.sink.written, IsEmpty());
}

TEST(MergeTranslations, WarnsThatCommentsAreLost) {
    Merging job;
    job.files.files["p/locales/de.json"] =
        std::string(kGermanHead) + R"(, /* ! */ "bands": {"x": {"label": "y"}}})";
    job.files.files["a.po"] = po("de", "Planeten");
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_EQ(to_string(merged.diagnostics().front()),
              "p/locales/de.json: warning: texts are added, and the comments of the file are lost");
    EXPECT_THAT(job.sink.written["p/locales/de.json"], HasSubstr(R"("x": {"label": "y"})"));
}

TEST(MergeTranslations, SaysThatAReviewedLocaleBecomesADraft) {
    Merging job;
    job.files.files["p/locales/de.json"] =
        std::string(kGermanHead) + R"(, "review": "reviewed", "title": "Die Planeten"})";
    job.files.files["a.po"] = po("de", "Planeten");
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->front().became_draft);
    EXPECT_EQ(to_string(merged.diagnostics().front()),
              "p/locales/de.json: warning: \"reviewed\" becomes \"draft\": 1 text has new words\n"
              "  hint: title\n"
              "  hint: write \"review\": \"reviewed\" again once a native speaker has read them");
}

TEST(MergeTranslations, KeepsTheReviewWhereNoWordsChange) {
    Merging job;
    job.files.files["p/locales/de.json"] =
        std::string(kGermanHead) + R"(, "review": "reviewed", "title": "Planeten"})";
    job.files.files["a.po"] = po("de", "Planeten");
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_FALSE(merged->front().became_draft);
    EXPECT_EQ(merged->front().confirmed, 1u);
    EXPECT_THAT(job.sink.written["p/locales/de.json"], HasSubstr(R"("review": "reviewed")"));
}

TEST(MergeTranslations, SaysThatAReviewIsNotTakenFromADelivery) {
    Merging job;
    job.files.files["a.po"] =
        std::string(kGermanHead) + R"(, "review": "reviewed", "title": "Planeten"})";
    const auto merged = job.merge();
    ASSERT_TRUE(merged);
    EXPECT_EQ(to_short_string(merged.diagnostics().front()),
              "p/locales/de.json: note: stays a draft, though a.po is \"reviewed\"");
}

TEST(MergeTranslations, WritesNoneWhenOneFileHasErrors) {
    Merging job;
    job.files.files["a.po"] = po("de", "Planeten");
    job.files.files["b.po"] = "msgid";
    job.request.files = {"a.po", "b.po", "c.po"};
    const auto merged = job.merge();
    ASSERT_FALSE(merged);
    EXPECT_THAT(merged.diagnostics(), SizeIs(2));
    EXPECT_THAT(job.sink.written, IsEmpty());
}

TEST(MergeTranslations, TakesTheLanguageFromTheJobWhereTheFileHasNone) {
    Merging job;
    job.files.files["a.po"] = po("", "Planeten");
    EXPECT_THAT(job.first_error(), HasSubstr("expected a language, got \"\""));
    job.job.languages = {"de"};
    EXPECT_TRUE(job.merge());
}

TEST(MergeTranslations, TakesJsonThatAToolMadeFromNothing) {
    Merging job;
    job.files.files["a.po"] = R"({"title": "Planeter", "language": ""})";
    EXPECT_THAT(job.first_error(), HasSubstr("expected a language, got \"\""));
    job.job.languages = {"sv"};
    ASSERT_TRUE(job.merge());
    EXPECT_THAT(job.sink.written["p/locales/sv.json"], HasSubstr("\"title\": \"Planeter\""));
}

TEST(MergeTranslations, RefusesFilesThatAreNotMeant) {
    Merging job;
    job.files.files["a.po"] = po("en", "Planets");
    EXPECT_THAT(job.first_error(), HasSubstr("the dataset's own language en"));
    job.job.languages = {"fr"};
    EXPECT_THAT(job.first_error(), HasSubstr("expected the language fr, got en"));
    job.files.files["a.po"] = R"({"format": 1, "language": "de", "translates": "lunch"})";
    EXPECT_THAT(job.first_error(),
                HasSubstr("expected translations of \"planets\", got those of \"lunch\""));
}

TEST(MergeTranslations, RefusesWhatMeansNothing) {
    Merging job;
    job.request.files = {};
    EXPECT_EQ(job.first_error(), "error: expected a PO or JSON file to merge");
    job.request.files = {"a.po"};
    job.job.languages = {"all"};
    EXPECT_EQ(job.first_error(), "error: expected one language after --lang");
    job.job.dataset = "-";
    EXPECT_EQ(job.first_error(), "error: expected a dataset with a folder, where its locales lie");
}

}  // namespace
}  // namespace broadside
