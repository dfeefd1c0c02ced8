#include "cli/i18n_run.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "support/program.hpp"

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::run_program;
using ::testing::StartsWith;

constexpr char kDataset[] = R"({"format": 1, "id": "lunch", "language": "en", "title": "Lunch",
  "columns": [{"id": "what", "kind": "text", "title": "What"}],
  "sections": [{"id": "all", "rows": [{"id": "a", "what": "Soup"}]}]})";

struct Lunch {
    testing::TemporaryFolder folder;
    Lunch() { folder.write("lunch/dataset.json", kDataset); }
};

TEST(RunI18n, TakesWordsToTranslatorsAndBack) {
    const Lunch lunch;
    EXPECT_EQ(run_program(lunch.folder, "i18n extract lunch --lang de").out,
              "output/lunch-de.po  3 texts, 0 translated\n");
    std::string po = lunch.folder.read("output/lunch-de.po");
    po.replace(po.find("msgid \"Soup\"\nmsgstr \"\""), 22, "msgid \"Soup\"\nmsgstr \"Suppe\"");
    lunch.folder.write("output/lunch-de.po", po);
    EXPECT_EQ(run_program(lunch.folder, "i18n merge lunch output/lunch-de.po").out,
              "lunch/locales/de.json  1 added, new\n");
    EXPECT_THAT(lunch.folder.read("lunch/locales/de.json"), HasSubstr("\"what\": \"Suppe\""));
}

TEST(RunI18n, ExitsWithFiveWhereTextsAreMissingAndThatCounts) {
    const Lunch lunch;
    lunch.folder.write("lunch/locales/de.json",
                       R"({"format": 1, "language": "de", "translates": "lunch"})");
    EXPECT_EQ(run_program(lunch.folder, "i18n status lunch").code, 0);
    const auto strict = run_program(lunch.folder, "i18n status lunch --strict");
    EXPECT_EQ(strict.code, 5);
    EXPECT_THAT(strict.out, StartsWith("language"));
    EXPECT_THAT(strict.err, HasSubstr("error: [de] title: \"Lunch\" is not translated"));
}

TEST(RunI18n, NamesAsManyUnknownTextsAsAnybodyReads) {
    const Lunch lunch;
    std::string locale = R"({"format": 1, "language": "de", "translates": "lunch", "texts": {)";
    for (int i = 0; i < 150; ++i)
        locale += (i > 0 ? ", " : "") + fmt::format(R"("t{}": "Wort")", i);
    lunch.folder.write("lunch/locales/de.json", locale + "}}");
    lunch.folder.write("de.json", locale + "}}");
    for (const std::string verb : {"status lunch", "merge lunch de.json"}) {
        const auto run = run_program(lunch.folder, "i18n " + verb + " --diagnostics short");
        EXPECT_THAT(run.err, HasSubstr("note: 50 more problems are not shown\n")) << verb;
        EXPECT_THAT(run.err, Not(HasSubstr("texts/t99:"))) << verb;
        EXPECT_THAT(run.out, HasSubstr("150")) << verb;
    }
}

TEST(RunI18n, CountsInJsonWhereProblemsAreInJson) {
    const Lunch lunch;
    lunch.folder.write("lunch/locales/de.json",
                       R"({"format": 1, "language": "de", "translates": "lunch"})");
    const auto status = run_program(lunch.folder, "i18n status lunch --diagnostics json");
    EXPECT_THAT(status.out, StartsWith("{\"language\":\"de\""));
    EXPECT_THAT(status.err, StartsWith("{\"severity\":\"warning\""));
}

TEST(RunI18n, WritesNothingElseToStandardOutputThanTheFile) {
    const Lunch lunch;
    EXPECT_THAT(run_program(lunch.folder, "i18n extract lunch -o -").out,
                StartsWith("#, fuzzy\nmsgid \"\"\n"));
}

TEST(RunI18n, ExitsAsOtherVerbsDo) {
    const Lunch lunch;
    EXPECT_EQ(run_program(lunch.folder, "i18n").code, 2);
    EXPECT_EQ(run_program(lunch.folder, "i18n merge lunch gone.po").code, 1);
    EXPECT_EQ(run_program(lunch.folder, "i18n merge lunch").code, 2);
    const auto help = run_program(lunch.folder, "i18n status --help");
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.err, IsEmpty());
}

TranslationStatus german() { return {"de", false, 12, 11, 1, 2, 3, 4, 5}; }

TEST(Summary, CountsTheTextsOfAFile) {
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 0}), "a.po  12 texts, 10 translated");
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 2}),
              "a.po  12 texts, 10 translated, 2 of them stale");
}

TEST(Summary, SaysWhatAMergeDid) {
    MergedLocale locale{"de.json", "de", true, true, 2, 1, 3, 1, 1};
    EXPECT_EQ(summary(locale),
              "de.json  2 added, 1 changed, 3 confirmed, 1 fuzzy left out, 1 refused, new");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de"}), "de.json  unchanged");
    MergedLocale withdrawn{"de.json", "de", false, true, 1};
    withdrawn.became_draft = true;
    EXPECT_EQ(summary(withdrawn), "de.json  1 added, a draft again");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de", true}), "de.json  nothing to take");
}

TEST(StatusTable, HasALineALanguage) {
    EXPECT_EQ(
        status_table({german(), {"zh-Hant", true, 0, 0, 0, 0, 0, 0, 0}}),
        "language  translated    %  missing  stale  mismatched  obsolete  identical  review\n"
        "de             11/12   91        1      2           5         3          4  draft\n"
        "zh-Hant          0/0  100        0      0           0         0          0  reviewed\n");
}

TEST(StatusTable, HasAColumnMoreWhereLengthsAreMeasured) {
    TranslationStatus measured = german();
    measured.too_long = 7;
    EXPECT_THAT(status_table({measured}), HasSubstr("identical  too long  review\n"));
    EXPECT_THAT(status_table({measured}), HasSubstr("        7  draft\n"));
    EXPECT_THAT(to_json(measured), HasSubstr(",\"too_long\":7}"));
}

TEST(StatusTable, HasAQuestionMarkWhereOneLanguageIsNotMeasured) {
    TranslationStatus measured = german();
    measured.too_long = 7;
    EXPECT_THAT(status_table({german(), measured}), HasSubstr("        ?  draft\n"));
}

TEST(ToJson, IsAnObjectALanguage) {
    EXPECT_EQ(to_json(german()),
              R"({"language":"de","review":"draft","texts":12,"translated":11,"missing":1,)"
              R"("stale":2,"mismatched":5,"obsolete":3,"identical":4})");
}

}  // namespace
}  // namespace broadside::cli
