#include "broadside/budgets.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

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

TEST(Budgets, NeedALayout) {
    testing::TinyProject project;
    project.job.layouts = {};
    EXPECT_FALSE(budgets(project.job, project.files));
}

}  // namespace
}  // namespace broadside
