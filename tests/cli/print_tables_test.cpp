#include "cli/print.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;

std::vector<LayoutBudgets> flyer(std::map<std::string, LengthBudget> texts) {
    return {{"flyer", {{"de", std::move(texts)}}}};
}

const std::map<std::string, LengthBudget> kTexts = {{"notes/A/text", {90, 60, 45, 30}},
                                                    {"title", {40, 50, 8, 10}}};

TEST(BudgetsText, ShowsTheTightestTextsFirst) {
    EXPECT_EQ(budgets_text(flyer(kTexts), DiagnosticsForm::Human),
              "flyer de: 2 texts on the page, names and numbers too; 1 too long\n"
              "  characters  left  mm left  text\n"
              "          10    -2    -10.0  title\n"
              "          30   +15    +30.0  notes/A/text\n");
}

TEST(BudgetsText, ShowsNoMoreThanAnybodyReads) {
    std::map<std::string, LengthBudget> many;
    for (int i = 0; i < 40; ++i) many[std::to_string(i)] = {1, 1, 1, 1};
    const std::string table = budgets_text(flyer(many), DiagnosticsForm::Short);
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 14);
}

TEST(BudgetsText, HoldsEveryTextAsJson) {
    EXPECT_EQ(budgets_text(flyer(kTexts), DiagnosticsForm::Json),
              R"({"layout":"flyer","language":"de","text":"notes/A/text",)"
              R"("characters_available":45,"characters_used":30,)"
              R"("mm_available":90.00,"mm_used":60.00})"
              "\n"
              R"({"layout":"flyer","language":"de","text":"title",)"
              R"("characters_available":8,"characters_used":10,)"
              R"("mm_available":40.00,"mm_used":50.00})"
              "\n");
}

FontReport two_languages() {
    FontReport report;
    report.languages.resize(2);
    report.languages[0] = {.language = "de",
                           .faces = {{.family = "Sans", .characters = 65, .missing = {}}},
                           .patterns = "/h/de.dic",
                           .patterns_package = "hyphen-de"};
    report.languages[1] = {.language = "zh-Hant",
                           .faces = {{.family = "Sans TC",
                                      .weight = kBoldWeight,
                                      .slant = FontSlant::Italic,
                                      .characters = 120,
                                      .missing = {0x5B57, 0x1F600}}},
                           .patterns = "",
                           .patterns_package = ""};
    return report;
}

TEST(FontsText, IsATableForPeople) {
    EXPECT_EQ(fonts_text(two_languages(), DiagnosticsForm::Human),
              "language  face                 characters  missing\n"
              "de        Sans regular                 65  -\n"
              "de        hyphenation: /h/de.dic\n"
              "zh-Hant   Sans TC bold italic         120  U+5B57 U+1F600\n"
              "zh-Hant   hyphenation: none\n");
}

TEST(FontsText, IsAnObjectALineForPrograms) {
    EXPECT_EQ(fonts_text(two_languages(), DiagnosticsForm::Json),
              R"({"language":"de","family":"Sans","weight":400,"slant":"upright",)"
              R"("characters":65,"missing":[]})"
              "\n"
              R"({"language":"de","hyphenation":"/h/de.dic","package":"hyphen-de"})"
              "\n"
              R"({"language":"zh-Hant","family":"Sans TC","weight":700,"slant":"italic",)"
              R"("characters":120,"missing":["U+5B57","U+1F600"]})"
              "\n"
              R"({"language":"zh-Hant","hyphenation":null})"
              "\n");
}

TranslationStatus german() { return {"de", false, 12, 11, 1, 2, 3, 4, 5}; }

TEST(StatusText, HasALineALanguage) {
    EXPECT_EQ(
        status_text({german(), {"zh-Hant", true, 0, 0, 0, 0, 0, 0, 0}}, DiagnosticsForm::Human),
        "language  translated    %  missing  stale  mismatched  obsolete  identical  review\n"
        "de             11/12   91        1      2           5         3          4  draft\n"
        "zh-Hant          0/0  100        0      0           0         0          0  reviewed\n");
}

TEST(StatusText, HasAColumnMoreWhereALanguageIsMeasured) {
    TranslationStatus measured = german();
    measured.too_long = 7;
    const std::string table = status_text({german(), measured}, DiagnosticsForm::Human);
    EXPECT_THAT(table, HasSubstr("identical  too long  review\n"));
    EXPECT_THAT(table, HasSubstr("        7  draft\n"));
    EXPECT_THAT(table, HasSubstr("        ?  draft\n"));
}

TEST(StatusText, IsAnObjectALanguageForPrograms) {
    const std::string object =
        R"({"language":"de","review":"draft","texts":12,"translated":11,"missing":1,)"
        R"("stale":2,"mismatched":5,"obsolete":3,"identical":4)";
    TranslationStatus measured = german();
    measured.too_long = 7;
    EXPECT_EQ(status_text({german(), measured}, DiagnosticsForm::Json),
              object + "}\n" + object + ",\"too_long\":7}\n");
}

}  // namespace
}  // namespace broadside::cli
