#include "broadside/emit/check_pages.hpp"

#include <gtest/gtest.h>

#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(CheckPages, PassesAnOrdinaryPage) {
    EXPECT_TRUE(check_pages(test::one_page(Pt(595), Pt(842), {})).empty());
}

TEST(CheckPages, RefusesASceneWithoutPages) {
    const auto errors = check_pages({});
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(to_string(errors[0]), "error: expected at least one page, got none");
}

TEST(CheckPages, RefusesPagesWithoutAreaAndPagesTooLargeForPdf) {
    EXPECT_EQ(check_pages(test::one_page(Pt(0), Pt(10), {})).size(), 1u);
    const auto errors = check_pages(test::one_page(Pt(10), Pt(14401), {}));
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(to_string(errors[0]),
              "error: expected a page of up to 14400 pt a side, got 10.00 x 14401.00 pt");
}

}  // namespace
}  // namespace broadside::emit
