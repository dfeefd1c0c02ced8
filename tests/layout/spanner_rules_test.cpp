#include "broadside/layout/finished_pages.hpp"

#include <utility>

#include <gmock/gmock.h>

#include "support/placed_builder.hpp"

namespace broadside::layout {
namespace {

using test::PlacedTable;
using testing::ElementsAre;
using enum RowKind;

auto rule(double x1, double x2, double y) { return Rect{Pt(x1), Pt(y), Pt(x2 - x1), Pt(0)}; }

/// A spanner over the second and the third of three columns of 100 pt.
PlacedTable with_spanner() {
    PlacedTable table(3, {Header, Header});
    table.cell(0, 0).cell(0, 1, -1, {1, 2}).cell(1, 0).cell(1, 1).cell(1, 2);
    table->cells[1].scope = HeaderScope::ColumnGroup;
    table->cells[1].content = {test::placed_text(190, 0, "ab")};
    table->style.padding_x = Pt(4);
    return table;
}

std::vector<placed::Page> ruled(std::vector<placed::Table> parts) {
    std::vector<placed::Page> pages(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) pages[i].items.push_back({std::move(parts[i])});
    set_spanner_rules(pages);
    return pages;
}

const placed::Table& table_of(const placed::Page& page) {
    return std::get<placed::Table>(page.items.front().kind);
}

TEST(SpannerRules, MeetTheRulesOfAColumnThatStandsOut) {
    PlacedTable table = with_spanner();
    EXPECT_THAT(table_of(ruled({*table})[0]).spanner_rules, ElementsAre(rule(104, 296, 20)));
    table->emphasised = {2};
    EXPECT_THAT(table_of(ruled({*table})[0]).spanner_rules, ElementsAre(rule(104, 300, 20)));
}

TEST(SpannerRules, BeginWithWhatTheyAreOverOnAnyPageAndTakeTheirTitlesAlong) {
    PlacedTable table = with_spanner(), next = with_spanner();
    table->cells[3].content = {test::placed_text(140, 20, "12345")};
    next->cells[3].content = {test::placed_text(120, 20, "123456789")};
    const std::vector<placed::Page> pages = ruled({*table, *next});
    for (const placed::Page& page : pages) {
        EXPECT_THAT(table_of(page).spanner_rules, ElementsAre(rule(120, 296, 20)));
        const auto& title = std::get<placed::Text>(table_of(page).cells[1].content.front());
        const placed::Line& line = title.lines.front();
        EXPECT_NEAR((line.left - Pt(120)) / (Pt(296) - line.left - line.width),
                    (Pt(190) - Pt(104)) / (Pt(296) - Pt(190) - line.width), 1e-9);
    }
}

TEST(SpannerRules, HaveGuidesInTheMiddleBetweenThem) {
    PlacedTable table(4, {Header, Header, Body});
    table.cell(0, 0, -1, {1, 2}).cell(0, 2, -1, {1, 2});
    for (std::size_t i = 0; i < 8; ++i) table.cell(1 + i / 4, i % 4);
    table->cells[0].scope = table->cells[1].scope = HeaderScope::ColumnGroup;
    table->cells[4].content = table->cells[8].content = {test::placed_text(240, 20, "12345")};
    table->style.padding_x = Pt(4);
    table->guides = {1};
    const auto shift = [&] { return table_of(ruled({*table})[0]).guide_shifts.at(0); };
    EXPECT_EQ(shift(), Pt((196 + 234) / 2 - 200));
    table->cells[7].fill = Colour{};
    EXPECT_EQ(shift(), Pt(0)) << "a fill ends there";
    PlacedTable next = table;
    next->cells[7].fill.reset();
    EXPECT_EQ(table_of(ruled({*next, *table})[0]).guide_shifts.at(0), Pt(0)) << "on another page";
    next->cells[8].column_span = 2;
    EXPECT_EQ(table_of(ruled({*next})[0]).guide_shifts.at(0), Pt(0)) << "words may stand there";
}

}  // namespace
}  // namespace broadside::layout
