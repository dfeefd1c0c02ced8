#include "broadside/resolve/spanners.hpp"

#include <fmt/format.h>
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

TEST(CheckSpanners, NamesAnUnknownColumn) {
    EXPECT_THAT(
        problems_of({spanner("x", {"sistem"})}),
        ElementsAre("dataset.json: error: /to/sistem: expected the id of a column, got \"sistem\"\n"
                    "  hint: did you mean \"system\"?"));
}

TEST(CheckSpanners, AcceptsOnesInsideEachOther) {
    EXPECT_THAT(problems_of({spanner("in", {"structure"}),
                             spanner("all", {"system", "structure", "encryption", "place"}),
                             spanner("out", {"structure", "encryption"})}),
                IsEmpty());
}

TEST(CheckSpanners, RefusesOnesThatShareSomeColumns) {
    EXPECT_THAT(
        problems_of({spanner("x", {"system", "structure"}),
                     spanner("y", {"structure", "encryption"}),
                     spanner("z", {"system", "structure"})}),
        ElementsAre("dataset.json: error: /to/system: column \"system\" is already under spanner "
                    "\"x\"\n  hint: spanners stand inside each other where one has all columns of "
                    "the other, and more",
                    "dataset.json: error: /to/structure: column \"structure\" is already under "
                    "spanner \"x\"\n  hint: spanners stand inside each other where one has all "
                    "columns of the other, and more"));
}

/// "x0,1 2x1": the title, or ".", with row and column, and how many it covers.
std::vector<std::string> heads_of(const model::Dataset& dataset,
                                  const std::vector<const model::Column*>& columns) {
    std::vector<std::string> heads;
    for (const HeadCell& cell : head_cells(dataset, columns)) {
        heads.push_back(fmt::format("{}{},{} {}x{}", cell.spanner ? cell.spanner->title.text : ".",
                                    cell.row, cell.column, cell.row_span, cell.column_span));
    }
    return heads;
}

TEST(HeadCells, SplitWhereTheLayoutSetsAColumnBetween) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.spanners = {spanner("x", {"structure", "encryption"})};
    const auto& columns = dataset.columns;
    EXPECT_THAT(heads_of(dataset, {&columns[0], &columns[1], &columns[2]}),
                ElementsAre(".0,0 2x1", "x0,1 1x2", ".1,1 1x1", ".1,2 1x1"));
    EXPECT_THAT(heads_of(dataset, {&columns[1], &columns[0], &columns[2]}),
                ElementsAre("x0,0 1x1", ".0,1 2x1", "x0,2 1x1", ".1,0 1x1", ".1,2 1x1"));
    EXPECT_THAT(heads_of(dataset, {&columns[0], &columns[3]}), ElementsAre(".0,0 1x1", ".0,1 1x1"));
}

TEST(HeadCells, StackOnesInsideEachOther) {
    model::Dataset dataset = test::project_of({}).dataset;
    dataset.spanners = {spanner("in", {"encryption"}), spanner("out", {"structure", "encryption"}),
                        spanner("low", {"place"})};
    const auto& columns = dataset.columns;
    EXPECT_THAT(heads_of(dataset, {&columns[0], &columns[1], &columns[2], &columns[3]}),
                ElementsAre(".0,0 3x1", "out0,1 1x2", "low0,3 2x1", ".1,1 2x1", "in1,2 1x1",
                            ".2,2 1x1", ".2,3 1x1"));
}

}  // namespace
}  // namespace broadside::resolve
