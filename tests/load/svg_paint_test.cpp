#include "broadside/load/symbol/svg_paint.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

std::string message_of(std::string_view name, std::string_view value) {
    SvgPaint paint;
    const auto problem = apply_presentation(paint, name, value);
    return problem ? problem->message : "";
}

TEST(ApplyPresentation, ReadsPaints) {
    SvgPaint paint;
    EXPECT_EQ(paint.fill, Paint(CurrentColour{}));
    apply_presentation(paint, "fill", "none");
    apply_presentation(paint, "stroke", "currentColor");
    EXPECT_EQ(paint.fill, std::nullopt);
    EXPECT_EQ(paint.stroke_paint, Paint(CurrentColour{}));
    apply_presentation(paint, "fill", "#ff0000");
    EXPECT_EQ(paint.fill, Paint(Colour{255, 0, 0}));
    apply_presentation(paint, "fill", "black");
    EXPECT_EQ(paint.fill, Paint(Colour{0, 0, 0}));
}

TEST(ApplyPresentation, KnowsKeywordsInAnyCase) {
    SvgPaint paint;
    apply_presentation(paint, "fill", "BLACK");
    apply_presentation(paint, "stroke", "CurrentColor");
    apply_presentation(paint, "stroke-linecap", "Round");
    EXPECT_EQ(paint.fill, Paint(Colour{0, 0, 0}));
    EXPECT_EQ(paint.stroke_paint, Paint(CurrentColour{}));
    EXPECT_EQ(paint.stroke.cap, LineCap::Round);
    apply_presentation(paint, "fill", "None");
    EXPECT_EQ(paint.fill, std::nullopt);
}

TEST(ApplyPresentation, RefusesNumbersPastReason) {
    EXPECT_EQ(message_of("stroke-miterlimit", "1e308"),
              "expected a number of at most 1000000 in \"stroke-miterlimit\", got \"1e308\"");
}

TEST(ApplyPresentation, RefusesOtherColourWords) {
    EXPECT_EQ(message_of("fill", "red"), "expected a colour in \"fill\", got \"red\"");
    EXPECT_EQ(message_of("fill", "url(#a)"), "expected a colour in \"fill\", got \"url(#a)\"");
}

TEST(ApplyPresentation, ReadsTheStroke) {
    SvgPaint paint;
    apply_presentation(paint, "stroke-width", "2.5");
    apply_presentation(paint, "stroke-linecap", "round");
    apply_presentation(paint, "stroke-linejoin", "bevel");
    apply_presentation(paint, "stroke-miterlimit", "7");
    EXPECT_DOUBLE_EQ(paint.stroke.width, 2.5);
    EXPECT_EQ(paint.stroke.cap, LineCap::Round);
    EXPECT_EQ(paint.stroke.join, LineJoin::Bevel);
    EXPECT_DOUBLE_EQ(paint.stroke.miter_limit, 7);
    EXPECT_EQ(message_of("stroke-width", "2px"),
              "expected a number of at least 0 in \"stroke-width\", got \"2px\"");
    EXPECT_EQ(message_of("stroke-linecap", "flat"),
              "expected one of butt, round, square in \"stroke-linecap\", got \"flat\"");
}

TEST(ApplyPresentation, KnowsNoHalfOpacity) {
    EXPECT_EQ(message_of("opacity", "1"), "");
    EXPECT_EQ(message_of("fill-opacity", ".5"), "expected 0 or 1 in \"fill-opacity\", got \".5\"");
    SvgPaint paint;
    apply_presentation(paint, "stroke-opacity", "0");
    EXPECT_EQ(paint.stroke_visibility, Visibility::Hidden);
    EXPECT_EQ(paint.visibility, Visibility::Shown);
}

}  // namespace
}  // namespace broadside::load
