#include "broadside/load/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

TEST(Report, GivesTheValueWhenNothingIsWrong) {
    Report report("f", "");
    EXPECT_EQ(*std::move(report).result(7), 7);
}

TEST(Report, SortsByPlaceInTheFile) {
    Report report("f", "a\nb");
    report.error({2, "/b"}, {"x", "second"});
    report.error({0, "/a"}, {"x", "first"});
    EXPECT_THAT(problems_of(std::move(report).result(0)),
                testing::ElementsAre("f:1:1: error: /a: first", "f:2:1: error: /b: second"));
}

TEST(Report, CountsProblemsPastTheLimit) {
    Report report("f", "");
    for (int i = 0; i < 103; ++i) report.error({0, ""}, {"x", "wrong"});
    const auto problems = problems_of(std::move(report).result(0));
    ASSERT_EQ(problems.size(), 101u);
    EXPECT_EQ(problems.back(), "f: note: 3 more problems are not shown");
}

}  // namespace
}  // namespace broadside::load
