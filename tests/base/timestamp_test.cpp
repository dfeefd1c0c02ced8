#include "broadside/base/timestamp.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Iso8601, WritesSecondsSince1970) {
    EXPECT_EQ(iso_8601(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(iso_8601(1700000000), "2023-11-14T22:13:20Z");
}

TEST(Iso8601, WritesDatesBefore1970) { EXPECT_EQ(iso_8601(-1), "1969-12-31T23:59:59Z"); }

TEST(Iso8601, KnowsLeapDays) { EXPECT_EQ(iso_8601(951782400), "2000-02-29T00:00:00Z"); }

TEST(Iso8601, RefusesYearsWithoutFourDigits) {
    EXPECT_EQ(iso_8601(253402300799), "9999-12-31T23:59:59Z");
    EXPECT_EQ(iso_8601(253402300800), std::nullopt);
    EXPECT_EQ(iso_8601(-62167219201), std::nullopt);
}

}  // namespace
}  // namespace broadside
