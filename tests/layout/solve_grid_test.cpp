#include "broadside/layout/solve_grid.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

doc::Document page(std::size_t rows) {
    doc::Document page =
        test::document(test::table(test::grid({Fraction{1}}, test::plain_rows(rows))));
    page.fit = doc::Fit{1, 1, 2, {}, {}};
    return page;
}

TEST(SolveGrid, FillsThePage) {
    Bench bench(page(3));
    const SharedGrid grid = solve_grid(bench.typesetter);
    EXPECT_EQ(bench.typesetter.setting().type_scale, 2);
    EXPECT_THAT(grid.flowed.pages, SizeIs(1));
}

TEST(SolveGrid, FillsNoPageOfAutomaticHeight) {
    doc::Document web = page(99);
    web.page.auto_height = true;
    Bench bench(std::move(web));
    EXPECT_THAT(solve_grid(bench.typesetter).flowed.pages, SizeIs(1));
    EXPECT_EQ(bench.typesetter.setting().type_scale, 1);
}

std::size_t pages_of(std::size_t rows) {
    doc::Document any = page(rows);
    any.fit = doc::Fit{0, 0.5, 2, {FitRung::FontSize}, {}};
    Bench bench(std::move(any));
    return solve_grid(bench.typesetter).flowed.pages.size();
}

TEST(SolveGrid, SavesAPageThatHardlyAnythingStandsOn) {
    const std::size_t on_one = 20;
    EXPECT_EQ(pages_of(2 * on_one + on_one * 2 / 3), 3u);
    EXPECT_EQ(pages_of(2 * on_one + on_one / 4), 2u);
}

TEST(SolveGrid, PlacesNothingWhenNothingFits) {
    Bench bench(page(99));
    const SharedGrid grid = solve_grid(bench.typesetter);
    EXPECT_FALSE(grid.fitted.fits);
    EXPECT_THAT(grid.flowed.pages, IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
