#include "broadside/resolve/problems.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Problems, SuggestsTheNearestId) {
    Problems problems("data.json");
    problems.unknown("shared-cell", {"centrl", "/rows/0"}, {"central", "open"});
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("data.json: error: /rows/0: expected the id of a shared cell, got \"centrl\"\n"
                    "  hint: did you mean \"central\"?"));
    EXPECT_THAT(test::codes_of(problems.found()), ElementsAre("unknown-shared-cell"));
}

TEST(Problems, ListsTheIdsWhenNoneIsNear) {
    Problems problems("data.json");
    problems.unknown("note", {"X", "/n"}, {"A", "B"});
    EXPECT_THAT(problems.found().at(0).hints, ElementsAre("known: A, B"));
}

TEST(Problems, SaysTheSameOnce) {
    Problems problems("data.json");
    problems.error("code", "/a", "wrong");
    problems.error("code", "/a", "wrong");
    problems.error("code", "/b", "wrong");
    EXPECT_THAT(problems.found(), SizeIs(2));
}

TEST(Problems, KeepsWarningsApart) {
    Problems problems("data.json");
    problems.warning("unused-note", "/a", "unused");
    EXPECT_FALSE(has_errors(problems.found()));
}

}  // namespace
}  // namespace broadside::resolve
