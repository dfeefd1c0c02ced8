#include "broadside/budgets.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::Contains;
using ::testing::Key;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Budgets, AreOfEachLayout) {
    testing::TinyProject project;
    project.files.files["designs/own.json"] = testing::kTinyLayout;
    project.job.layouts = {"plain", "designs/own.json"};
    const auto report = budgets(project.job, project.files);
    ASSERT_TRUE(report);
    ASSERT_THAT(*report, SizeIs(2));
    EXPECT_EQ(report->at(0).layout, "plain");
    EXPECT_EQ(report->at(0).languages.at(0).language, "en");
    EXPECT_FALSE(report->at(0).languages.at(0).texts.at("title").is_over());
}

TEST(Budgets, OfALockedLayoutAreTheSameWhicheverLanguagesAreAsked) {
    testing::TinyProject project;
    project.files.files["p/dataset.json"] = testing::kTinyDataset;
    project.files.files["p/symbols/yes.svg"] = testing::kTinySymbol;
    project.files.files["p/locales/fr.json"] =
        R"({"format": 1, "language": "fr", "translates": "planets",
            "columns": {"rings": {"title": "Possède des anneaux, ou n'en possède pas"}}})";
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}],
            "fit": {"pages": 1, "lock": true}})";
    project.job.dataset = "p";
    const auto room = [&project](const std::string& languages) {
        project.job.languages = {languages};
        const auto report = budgets(project.job, project.files);
        EXPECT_THAT(report->front().languages, SizeIs(languages == "all" ? 2u : 1u));
        EXPECT_EQ(report.diagnostics().empty(), languages == "en");
        return report->front().languages.front().texts.at("columns/rings/title").mm_available;
    };
    EXPECT_DOUBLE_EQ(room("en"), room("all"));
}

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
        auto report = budgets(job, files);
        if (!report) return report.diagnostics();
        return {report->front().languages, report.diagnostics()};
    }
};

TEST(Budgets, NameTextsByTheirKeys) {
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

TEST(Budgets, HoldATranslationAgainstTheSource) {
    const auto budgets = BudgetProject().measured();
    EXPECT_FALSE(budgets->at(0).texts.at("title").is_over());
    EXPECT_TRUE(budgets->at(1).texts.at("title").is_over());
    EXPECT_EQ(budgets->at(1).texts.at("title").characters_used, 32u);
}

TEST(Budgets, FindNothingOverInALockedGrid) {
    const auto budgets = BudgetProject(R"("lock": true)").measured();
    for (const LanguageBudgets& language : *budgets) {
        for (const auto& [key, budget] : language.texts) EXPECT_FALSE(budget.is_over()) << key;
    }
}

TEST(Budgets, NeedNotAskForTheSourceLanguage) {
    BudgetProject project;
    project.job.languages = {"de"};
    const auto budgets = project.measured();
    ASSERT_THAT(*budgets, SizeIs(1));
    EXPECT_TRUE(budgets->at(0).texts.at("title").is_over());
}

TEST(Budgets, LeaveOutALanguageWithoutGlyphs) {
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

TEST(Budgets, FailWhenTheSourceDoesNotFit) {
    EXPECT_FALSE(BudgetProject(R"("min_font": "50pt")").measured());
}

}  // namespace
}  // namespace broadside
