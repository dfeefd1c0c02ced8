#include "cli/print_tables.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

LanguageBudgets german() {
    return {"de", {{"notes/A/text", {90, 60, 45, 30}}, {"title", {40, 50, 8, 10}}}};
}

TEST(BudgetTable, ShowsTheTightestTextsFirst) {
    EXPECT_EQ(budget_table("flyer", german()),
              "flyer de: 2 texts on the page, names and numbers too; 1 too long\n"
              "  characters  left  mm left  text\n"
              "          10    -2    -10.0  title\n"
              "          30   +15    +30.0  notes/A/text\n");
}

TEST(BudgetTable, ShowsNoMoreThanAnybodyReads) {
    LanguageBudgets many{"de", {}};
    for (int i = 0; i < 40; ++i) many.texts[std::to_string(i)] = {1, 1, 1, 1};
    const std::string table = budget_table("flyer", many);
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 14);
}

TEST(BudgetLines, HoldEveryTextAsJson) {
    EXPECT_EQ(budget_lines("flyer", german()),
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

}  // namespace
}  // namespace broadside::cli
