#include "broadside/load/syntax/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

TEST(Report, GivesTheValueWhenNothingIsWrong) {
    Report report(file_of("f", ""));
    EXPECT_EQ(*std::move(report).result(7), 7);
}

TEST(Report, SortsByPlaceInTheFile) {
    Report report(file_of("f", "[0,\n1]"));
    report.error(report.place_at(4), {"x", "second"});
    report.error(report.place_at(1), {"x", "first"});
    report.error_in_text(6, {"x", "third"});
    EXPECT_THAT(problems_of(std::move(report).result(0)),
                testing::ElementsAre("f:1:2: error: /0: first", "f:2:1: error: /1: second",
                                     "f:2:3: error: third"));
}

TEST(Report, TellsEqualProblemsOnceWithTheirCountAndTheFirstPlaces) {
    Report report(file_of("f", "[\n0,\n1,\n2,\n3,\n4,\n5,\n6,\n7]"));
    for (std::size_t i = 8; i-- > 0;) report.error(report.place_at(2 + 3 * i), {"x", "wrong"});
    report.error(report.place_at(5), {"x", "other"});
    const auto errors = std::move(report).errors();
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(to_string(errors[0]),
              "f:2:1: error: /0: wrong\n"
              "  hint: and 7 more like it: 3:1, 4:1, 5:1, 6:1, 7:1, …");
    EXPECT_EQ(to_string(errors[1]), "f:3:1: error: /1: other");
}

TEST(Report, TellsApartWhatHasOtherHints) {
    Report report(file_of("f", "ab"));
    report.error_in_text(0, {"x", "unknown", {"did you mean \"a\"?"}});
    report.error_in_text(1, {"x", "unknown", {"did you mean \"b\"?"}});
    EXPECT_THAT(problems_of(std::move(report).result(0)), testing::SizeIs(2));
}

TEST(Report, CountsProblemsPastTheLimit) {
    Report report(file_of("f", ""));
    for (int i = 0; i < 103; ++i) report.error_in_text(0, {"x", "wrong " + std::to_string(i)});
    const auto problems = problems_of(std::move(report).result(0));
    ASSERT_EQ(problems.size(), 101u);
    EXPECT_EQ(problems.back(), "f: note: 3 more problems are not shown");
}

std::vector<std::string> text_problems(std::string_view text) {
    Report report(file_of("f", text));
    check_readable(report);
    return problems_of(std::move(report).result(0));
}

TEST(CheckReadable, AcceptsUtf8) {
    EXPECT_THAT(text_problems("caf\xC3\xA9\t\n"), testing::IsEmpty());
}

TEST(CheckReadable, NamesTheWrongByte) {
    EXPECT_THAT(text_problems("a\n\"caf\xE9\""),
                testing::ElementsAre("f:2:5: error: expected UTF-8, got the byte 0xE9"));
}

TEST(CheckReadable, RefusesNullBytes) {
    EXPECT_THAT(text_problems({"{}\0", 3}),
                testing::ElementsAre("f:1:3: error: expected text, got a null byte"));
}

}  // namespace
}  // namespace broadside::load
