#include "broadside/resolve/fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/styles.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

doc::Span sized(double size) {
    doc::Span span;
    span.text = "x";
    span.style.size = Pt(size);
    return span;
}

doc::Span mark(double size) {
    doc::Span span = sized(size);
    span.hangs = true;
    return span;
}

doc::Paragraph text_of(std::vector<doc::Span> spans) {
    doc::Paragraph text;
    text.spans = std::move(spans);
    return text;
}

doc::Box text_block(std::vector<doc::Span> spans) { return {text_of(std::move(spans))}; }

model::Layout fitted(double min_font, double max_font) {
    model::Layout layout = test::plain_layout();
    layout.fit =
        model::Fit{1, Pt(min_font), Pt(max_font), {FitRung::FontSize}, test::place_at("/fit")};
    return layout;
}

TEST(BuildFit, IsNothingWithoutFit) { EXPECT_FALSE(build_fit(test::plain_layout(), {})); }

TEST(BuildFit, BoundsTheSmallestTextAndTheCells) {
    const auto fit = build_fit(fitted(6.5, 12), {text_block({sized(20), sized(10)})});
    EXPECT_DOUBLE_EQ(fit->min_scale, 0.65);
    EXPECT_DOUBLE_EQ(fit->max_scale, 1.5);
    EXPECT_THAT(fit->order, ElementsAre(FitRung::FontSize));
    EXPECT_EQ(test::pointer_of(fit->origin), "/fit");
}

TEST(BuildFit, GrowsAsFarAsThePageSuggests) {
    model::Layout layout = fitted(6.5, 9);
    layout.fit->max_font = std::nullopt;
    const auto largest = [&](Pt width, Pt height) {
        layout.page.size = {width, height};
        return build_fit(layout, {})->max_scale *
               style_of(layout, model::StyleRole::Cell).size.value;
    };
    EXPECT_NEAR(largest(millimetres(210), millimetres(297)), 20.2, 0.1);
    EXPECT_NEAR(largest(millimetres(420), millimetres(297)), 28.6, 0.1);
    EXPECT_NEAR(largest(millimetres(50), millimetres(50)), 9, 0.1);
}

TEST(BuildFit, LetsMarksBeSmallerButNotIllegible) {
    const std::vector<doc::Box> blocks = {text_block({sized(13), mark(8)})};
    EXPECT_DOUBLE_EQ(build_fit(fitted(7.5, 9), blocks)->min_scale, 5.0 / 8);
    EXPECT_DOUBLE_EQ(build_fit(fitted(6, 9), blocks)->min_scale, 0.7 * 6 / 8);
}

TEST(BuildFit, LooksIntoTables) {
    doc::Table table;
    doc::Cell cell;
    cell.content = {text_of({sized(13)})};
    table.grid.slots = {cell};
    EXPECT_DOUBLE_EQ(build_fit(fitted(6.5, 9), {{table}})->min_scale, 0.5);
}

TEST(BuildFit, CountsTheImprintAsAside) {
    doc::Paragraph imprint = text_of({sized(6)});
    imprint.is_aside = true;
    EXPECT_DOUBLE_EQ(build_fit(fitted(7.5, 9), {{imprint}, text_block({sized(13)})})->min_scale,
                     5.0 / 6.0);
}

TEST(BuildFit, HoldsAFloorAboveTheDesignedSize) {
    const auto fit = build_fit(fitted(9, 4), {text_block({sized(6)})});
    EXPECT_DOUBLE_EQ(fit->min_scale, 1.5);
    EXPECT_DOUBLE_EQ(fit->max_scale, 1.5);
}

TEST(BuildFit, ScalesNothingWithoutText) {
    EXPECT_DOUBLE_EQ(build_fit(fitted(6.5, 9), {})->min_scale, 1);
}

}  // namespace
}  // namespace broadside::resolve
