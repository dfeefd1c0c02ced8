#include "broadside/layout/solve_grid.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using testing::ElementsAre;
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

/// Rows of each page with the titles of sections of so many rows, in type of one size.
std::vector<std::size_t> rows_of_pages(const std::vector<std::size_t>& sections) {
    std::vector<test::GridRow> rows;
    for (const std::size_t count : sections) {
        rows.push_back(test::section_row(1, "s"));
        rows = test::joined(std::move(rows), test::plain_rows(count));
    }
    doc::Document document = test::document(test::table(test::grid({Fraction{1}}, rows)));
    document.fit = doc::Fit{2, 1, 1, {}, {}};
    Bench bench(std::move(document));
    std::vector<std::size_t> found;
    for (const FlowPage& page : solve_grid(bench.typesetter).flowed.pages) {
        const std::vector<PartRow>& all = page.items.front().part->rows;
        found.push_back(static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const auto& row) { return !row.repeated; })));
    }
    return found;
}

TEST(SolveGrid, BreaksNoShortSectionWhereThatTakesNoPageMore) {
    EXPECT_THAT(rows_of_pages({16, 4, 5}), ElementsAre(17, 11));
    EXPECT_THAT(rows_of_pages({16, 9}), ElementsAre(21, 6));
    EXPECT_THAT(rows_of_pages({16, 4, 16}), ElementsAre(20, 19));
}

TEST(SolveGrid, PlacesNothingWhenNothingFits) {
    Bench bench(page(99));
    const SharedGrid grid = solve_grid(bench.typesetter);
    EXPECT_FALSE(grid.fitted.fits);
    EXPECT_THAT(grid.flowed.pages, IsEmpty());
}

}  // namespace
}  // namespace broadside::layout
