#include "broadside/job/length_budget.hpp"

#include <memory>

#include <gmock/gmock.h>

#include "broadside/job/editions.hpp"
#include "broadside/text/pango_shaper.hpp"
#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::Contains;
using ::testing::Key;
using ::testing::Not;
using ::testing::SizeIs;

std::string layout(const std::string& fit) {
    return R"({"format": 1, "name": "small", "page": {"size": {"width": "60mm", "height": "40mm"},
        "margin": "5mm"}, "blocks": [{"kind": "header"}, {"kind": "table"}], "fit": {)" +
           fit + "}}";
}

struct BudgetProject : testing::TinyProject {
    explicit BudgetProject(const std::string& fit = "") {
        files.files["own/small.json"] = layout(fit);
        files.files["locales/de.json"] = R"({"format": 1, "language": "de",
            "translates": "planets", "title": "Die Planeten mit Ringen und ohne",
            "rows": {"saturn": {"planet": "Saturn"}}})";
        job.layouts = {"own/small.json"};
        job.languages = {"all"};
    }

    Result<std::vector<LanguageBudgets>> measured() {
        std::vector<Diagnostic> diagnostics;
        const auto sources = read_sources(job, Need::Pages, files, diagnostics);
        const auto shaper = open_shaper(*sources);
        return length_budgets(*sources, sources->layouts.front(), sources->languages.languages,
                              *shaper.value());
    }
};

TEST(LengthBudgets, NameTextsByTheirKeys) {
    const auto budgets = BudgetProject().measured();
    ASSERT_TRUE(budgets);
    ASSERT_THAT(*budgets, SizeIs(2));
    for (const LanguageBudgets& language : *budgets) {
        EXPECT_THAT(language.texts, Contains(Key("title")));
        EXPECT_THAT(language.texts, Contains(Key("columns/rings/title")));
        EXPECT_THAT(language.texts, Contains(Key("rows/saturn/planet/names/0")));
        EXPECT_THAT(language.texts, Not(Contains(Key("values/rings/values/yes/label"))));
    }
}

TEST(LengthBudgets, HoldATranslationAgainstTheSource) {
    const auto budgets = BudgetProject().measured();
    EXPECT_FALSE(budgets->at(0).texts.at("title").is_over());
    EXPECT_TRUE(budgets->at(1).texts.at("title").is_over());
    EXPECT_EQ(budgets->at(1).texts.at("title").characters_used, 32u);
}

TEST(LengthBudgets, FindNothingOverInALockedGrid) {
    const auto budgets = BudgetProject(R"("lock": true)").measured();
    for (const LanguageBudgets& language : *budgets) {
        for (const auto& [key, budget] : language.texts) EXPECT_FALSE(budget.is_over()) << key;
    }
}

TEST(LengthBudgets, NeedNotAskForTheSourceLanguage) {
    BudgetProject project;
    project.job.languages = {"de"};
    const auto budgets = project.measured();
    ASSERT_THAT(*budgets, SizeIs(1));
    EXPECT_TRUE(budgets->at(0).texts.at("title").is_over());
}

TEST(LengthBudgets, LeaveOutALanguageWithoutGlyphs) {
    BudgetProject project;
    std::string& german = project.files.files["locales/de.json"];
    german.replace(german.find("Planeten"), 8, "\U00012000");
    const auto budgets = project.measured();
    ASSERT_TRUE(budgets);
    EXPECT_THAT(*budgets, SizeIs(1));
    EXPECT_EQ(budgets.diagnostics().back().code, "missing-glyph");
    EXPECT_EQ(budgets.diagnostics().back().severity, Severity::Warning);
    EXPECT_EQ(budgets.diagnostics().back().file, "locales/de.json");
}

TEST(LengthBudgets, FailWhenTheSourceDoesNotFit) {
    EXPECT_FALSE(BudgetProject(R"("min_font": "50pt")").measured());
}

}  // namespace
}  // namespace broadside
