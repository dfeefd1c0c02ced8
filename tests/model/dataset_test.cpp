#include "broadside/model/dataset.hpp"

#include <gtest/gtest.h>

namespace broadside::model {
namespace {

TEST(ToneToString, GivesTheWordOfTheFileFormat) {
    EXPECT_EQ(to_string(Tone::Good), "good");
    EXPECT_EQ(to_string(Tone::Fair), "fair");
    EXPECT_EQ(to_string(Tone::Bad), "bad");
    EXPECT_EQ(to_string(Tone::Neutral), "neutral");
}

TEST(ColumnKindToString, GivesTheWordOfTheFileFormat) {
    EXPECT_EQ(to_string(ColumnKind::Name), "name");
    EXPECT_EQ(to_string(ColumnKind::Text), "text");
    EXPECT_EQ(to_string(ColumnKind::Symbol), "symbol");
    EXPECT_EQ(to_string(ColumnKind::Plain), "plain");
}

}  // namespace
}  // namespace broadside::model
