#include "broadside/base/did_you_mean.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside {
namespace {

using ::testing::Eq;
using ::testing::Optional;

TEST(Nearest, FindsAWordWithOneLetterWrong) {
    EXPECT_THAT(nearest("recomended", {"section", "recommended"}), Optional(Eq("recommended")));
}

TEST(Nearest, CountsSwappedNeighboursAsOneEdit) {
    EXPECT_THAT(nearest("ntoe", {"note"}), Optional(Eq("note")));
}

TEST(Nearest, PrefersTheFewestEdits) {
    EXPECT_THAT(nearest("servers", {"service", "server"}), Optional(Eq("server")));
}

TEST(Nearest, IsSilentWhenNothingIsNear) {
    EXPECT_EQ(nearest("encryption", {"server", "client"}), std::nullopt);
}

TEST(Nearest, FindsNoLikenessBetweenSingleLetters) {
    EXPECT_EQ(nearest("A", {"B", "1"}), std::nullopt);
}

TEST(Nearest, TakesTheFirstOfEquallyNearOnes) {
    EXPECT_THAT(nearest("note-1", {"note-2", "note-3", "tone-1"}), Optional(Eq("note-2")));
}

TEST(Guesses, EndWhereNobodyReadsThem) {
    Guesses guesses({"note"});
    for (int i = 0; i < 100; ++i) EXPECT_THAT(guesses.next("ntoe"), Optional(Eq("note")));
    EXPECT_EQ(guesses.next("ntoe"), std::nullopt);
}

TEST(Nearest, IgnoresAnEmptyWord) { EXPECT_EQ(nearest("", {"a"}), std::nullopt); }

TEST(ByNearness, SortsCandidatesAndKeepsTheOrderOfEqualOnes) {
    EXPECT_THAT(by_nearness("lok", {"star", "lock", "look", "plus"}),
                ::testing::ElementsAre("lock", "look", "plus", "star"));
}

}  // namespace
}  // namespace broadside
