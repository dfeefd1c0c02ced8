#include "broadside/load/syntax/report.hpp"

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

TEST(Report, TellsEqualProblemsOnceWithTheirCountAndTheFirstPlaces) {
    Report report("f", "a\nb\nc\nd\ne\nf\ng\nh");
    for (std::size_t i = 8; i-- > 0;) {
        report.error({2 * i, "/" + std::to_string(i)}, {"x", "wrong"});
    }
    report.error({3, "/o"}, {"x", "other"});
    const auto errors = std::move(report).errors();
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(to_string(errors[0]),
              "f:1:1: error: /0: wrong\n"
              "  hint: and 7 more like it: 2:1, 3:1, 4:1, 5:1, 6:1, …");
    EXPECT_EQ(to_string(errors[1]), "f:2:2: error: /o: other");
}

TEST(Report, TellsApartWhatHasOtherHints) {
    Report report("f", "ab");
    report.error({0, "/a"}, {"x", "unknown", {"did you mean \"a\"?"}});
    report.error({1, "/b"}, {"x", "unknown", {"did you mean \"b\"?"}});
    EXPECT_THAT(problems_of(std::move(report).result(0)), testing::SizeIs(2));
}

TEST(Report, CountsProblemsPastTheLimit) {
    Report report("f", "");
    for (int i = 0; i < 103; ++i) report.error({0, ""}, {"x", "wrong " + std::to_string(i)});
    const auto problems = problems_of(std::move(report).result(0));
    ASSERT_EQ(problems.size(), 101u);
    EXPECT_EQ(problems.back(), "f: note: 3 more problems are not shown");
}

}  // namespace
}  // namespace broadside::load
