#include "broadside/resolve/problems.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Problems::Candidates ids(std::vector<std::string> list) {
    return [list = std::move(list)] { return list; };
}

TEST(Problems, SuggestsTheNearestId) {
    Problems problems("data.json");
    problems.unknown("shared-cell", {"centrl", test::place_at("/rows/0")},
                     ids({"central", "open"}));
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("data.json: error: /rows/0: expected the id of a shared cell, got \"centrl\"\n"
                    "  hint: did you mean \"central\"?"));
    EXPECT_THAT(test::codes_of(problems.found()), ElementsAre("unknown-shared-cell"));
}

TEST(Problems, ListsTheIdsWhenNoneIsNear) {
    Problems problems("data.json");
    problems.unknown("note", {"X", test::place_at("/n")}, ids({"A", "B"}));
    EXPECT_THAT(problems.found().at(0).hints, ElementsAre("known: A, B"));
}

TEST(Problems, GuessesForAnIdInEachListByItself) {
    Problems problems("data.json");
    problems.unknown("value", {"yess", test::place_at("/a")}, ids({"yes"}), "choice");
    problems.unknown("value", {"yess", test::place_at("/b")}, ids({"yesss"}), "other");
    problems.unknown("value", {"yess", test::place_at("/c")}, ids({}), "choice");
    EXPECT_THAT(problems.found().at(0).hints, ElementsAre("did you mean \"yes\"?"));
    EXPECT_THAT(problems.found().at(1).hints, ElementsAre("did you mean \"yesss\"?"));
    EXPECT_EQ(problems.found().at(2).hints, problems.found().at(0).hints);
}

TEST(Problems, AsksForCandidatesNoOftenerThanAnybodyReadsHints) {
    Problems problems("data.json");
    std::size_t asked = 0;
    for (int i = 0; i < 1000; ++i) {
        problems.unknown("note", {"n" + std::to_string(i), test::place_at("/n")}, [&asked] {
            ++asked;
            return std::vector<std::string>{"note"};
        });
    }
    EXPECT_THAT(problems.found(), SizeIs(1000));
    EXPECT_LE(asked, 100u);
}

TEST(Problems, SaysTheSameOnce) {
    Problems problems("data.json");
    problems.error("code", test::place_at("/a"), "wrong");
    problems.error("code", test::place_at("/a"), "wrong");
    problems.error("code", test::place_at("/b"), "wrong");
    EXPECT_THAT(problems.found(), SizeIs(2));
}

TEST(Problems, KeepsWarningsApart) {
    Problems problems("data.json");
    problems.warning("unused-note", test::place_at("/a"), "unused");
    EXPECT_FALSE(has_errors(problems.found()));
}

}  // namespace
}  // namespace broadside::resolve
