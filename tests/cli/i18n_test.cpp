#include <fmt/format.h>
#include <gmock/gmock.h>

#include "support/program.hpp"

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kDataset[] = R"({"format": 1, "id": "lunch", "language": "en", "title": "Lunch",
  "columns": [{"id": "what", "kind": "text", "title": "What"}],
  "sections": [{"id": "all", "rows": [{"id": "a", "what": "Soup"}]}]})";

class I18n : public testing::ProgramTest {
protected:
    I18n() { folder.write("lunch/dataset.json", kDataset); }

    void write_german(const std::string& more = "") const {
        folder.write("lunch/locales/de.json",
                     R"({"format": 1, "language": "de", "translates": "lunch")" + more + "}");
    }
};

TEST_F(I18n, TakesWordsToTranslatorsAndBack) {
    EXPECT_EQ(run("i18n extract lunch --lang de").out,
              "output/lunch-de.po  3 texts, 0 translated\n");
    std::string po = folder.read("output/lunch-de.po");
    po.replace(po.find("msgid \"Soup\"\nmsgstr \"\""), 22, "msgid \"Soup\"\nmsgstr \"Suppe\"");
    folder.write("output/lunch-de.po", po);
    EXPECT_EQ(run("i18n merge lunch output/lunch-de.po").out,
              "lunch/locales/de.json  1 added, new\n");
    EXPECT_THAT(folder.read("lunch/locales/de.json"), HasSubstr("\"what\": \"Suppe\""));
}

TEST_F(I18n, WritesStandInsThatAreWholeTranslationsAndOverwritesNoOthers) {
    EXPECT_EQ(run("i18n pseudo lunch").out,
              "lunch/locales/en-XA.json  3 texts, 3 translated\n"
              "lunch/locales/ar-XB.json  3 texts, 3 translated\n");
    EXPECT_THAT(folder.read("lunch/locales/en-XA.json"), HasSubstr("Šõõûþþ"));
    EXPECT_EQ(run("i18n status lunch --lang en-XA,ar-XB --strict").code, 0);
    const auto refused = run("i18n pseudo lunch --lang de");
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("region XA or XB, got \"de\""));
    EXPECT_FALSE(std::filesystem::exists(folder / "lunch/locales/de.json"));
}

TEST_F(I18n, ExitsWithFiveWhereTextsAreMissingAndThatCounts) {
    write_german();
    EXPECT_EQ(run("i18n status lunch").code, 0);
    const auto strict = run("i18n status lunch --strict");
    EXPECT_EQ(strict.code, 5);
    EXPECT_THAT(strict.out, StartsWith("language"));
    EXPECT_THAT(strict.err, HasSubstr("error: [de] title: \"Lunch\" is not translated"));
}

TEST_F(I18n, NamesAsManyUnknownTextsAsAnybodyReads) {
    std::string locale = R"({"format": 1, "language": "de", "translates": "lunch", "texts": {)";
    for (int i = 0; i < 150; ++i)
        locale += (i > 0 ? ", " : "") + fmt::format(R"("t{}": "Wort")", i);
    folder.write("lunch/locales/de.json", locale + "}}");
    folder.write("de.json", locale + "}}");
    for (const std::string verb : {"status lunch", "merge lunch de.json"}) {
        const auto ran = run("i18n " + verb + " --diagnostics short");
        EXPECT_THAT(ran.err, HasSubstr("note: 50 more problems are not shown\n")) << verb;
        EXPECT_THAT(ran.err, Not(HasSubstr("texts/t99:"))) << verb;
        EXPECT_THAT(ran.out, HasSubstr("150")) << verb;
    }
}

TEST_F(I18n, CountsInJsonWhereProblemsAreInJson) {
    write_german();
    const auto status = run("i18n status lunch --diagnostics json");
    EXPECT_THAT(status.out, StartsWith("{\"language\":\"de\""));
    EXPECT_THAT(status.err, StartsWith("{\"severity\":\"warning\""));
}

TEST_F(I18n, WritesNothingElseToStandardOutputThanTheFile) {
    EXPECT_THAT(run("i18n extract lunch -o -").out, StartsWith("#, fuzzy\nmsgid \"\"\n"));
}

TEST_F(I18n, ExitsAsOtherVerbsDo) {
    EXPECT_EQ(run("i18n").code, 2);
    EXPECT_EQ(run("i18n merge lunch gone.po").code, 1);
    EXPECT_EQ(run("i18n merge lunch").code, 2);
    const auto help = run("i18n status --help");
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.err, IsEmpty());
}

}  // namespace
}  // namespace broadside::cli
