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

TEST(Budgets, NeedALayout) {
    testing::TinyProject project;
    project.job.layouts = {};
    EXPECT_FALSE(budgets(project.job, project.files));
}

}  // namespace
}  // namespace broadside
