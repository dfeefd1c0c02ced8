#include "broadside/resolve/spanners.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Spanner spanner(std::string title, const std::vector<std::string>& columns) {
    model::Spanner made{test::place_at("/spanners/" + title), test::words(title), {}};
    for (const std::string& column : columns) made.columns.push_back(test::reference(column));
    return made;
}

std::vector<std::string> problems_of(std::vector<model::Spanner> spanners) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.spanners = std::move(spanners);
    Problems problems("dataset.json");
    check_spanners(dataset, problems);
    return test::lines_of(problems.found());
}

TEST(CheckSpanners, AcceptsNeighboursInAnyOrder) {
    EXPECT_THAT(problems_of({spanner("x", {"encryption", "structure"})}), IsEmpty());
}

TEST(CheckSpanners, RefusesColumnsThatAreNotSideBySide) {
    EXPECT_THAT(problems_of({spanner("x", {"system", "place"})}),
                ElementsAre("dataset.json: error: /spanners/x: expected columns side by side under "
                            "spanner \"x\""));
}

TEST(CheckSpanners, RefusesAColumnUnderTwoSpanners) {
    EXPECT_THAT(
        problems_of({spanner("x", {"system"}), spanner("y", {"system", "structure"})}),
        ElementsAre("dataset.json: error: /to/system: column \"system\" is already under spanner "
                    "\"x\""));
}

TEST(CheckSpanners, NamesAnUnknownColumn) {
    EXPECT_THAT(
        problems_of({spanner("x", {"sistem"})}),
        ElementsAre("dataset.json: error: /to/sistem: expected the id of a column, got \"sistem\"\n"
                    "  hint: did you mean \"system\"?"));
}

TEST(SpannerRuns, SplitsWhereTheLayoutSetsAColumnBetween) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.spanners = {spanner("x", {"structure", "encryption"})};
    const auto& columns = dataset.columns;
    const auto together = spanner_runs(dataset, {&columns[0], &columns[1], &columns[2]});
    ASSERT_EQ(together.size(), 1u);
    EXPECT_EQ(together[0].first, 1u);
    EXPECT_EQ(together[0].count, 2u);
    EXPECT_EQ(spanner_runs(dataset, {&columns[1], &columns[0], &columns[2]}).size(), 2u);
    EXPECT_THAT(spanner_runs(dataset, {&columns[0], &columns[3]}), IsEmpty());
}

}  // namespace
}  // namespace broadside::resolve
