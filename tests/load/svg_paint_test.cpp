#include "broadside/load/symbol/svg_paint.hpp"

#include <gtest/gtest.h>

#include "broadside/load/symbol/svg_colour.hpp"

namespace broadside::load {
namespace {

std::string message_of(std::string_view name, std::string_view value) {
    SvgPaint paint;
    const auto problem = apply_presentation(paint, name, value, {24, 24});
    return problem ? problem->message : "";
}

TEST(ApplyPresentation, ReadsPaints) {
    SvgPaint paint;
    EXPECT_EQ(paint.fill, Paint(CurrentColour{}));
    apply_presentation(paint, "fill", "none", {24, 24});
    apply_presentation(paint, "stroke", "currentColor", {24, 24});
    EXPECT_EQ(paint.fill, std::nullopt);
    EXPECT_EQ(paint.stroke_paint, Paint(CurrentColour{}));
    apply_presentation(paint, "fill", "#ff0000", {24, 24});
    EXPECT_EQ(paint.fill, Paint(Colour{255, 0, 0}));
    apply_presentation(paint, "fill", "black", {24, 24});
    EXPECT_EQ(paint.fill, Paint(Colour{0, 0, 0}));
}

TEST(ApplyPresentation, KnowsKeywordsInAnyCase) {
    SvgPaint paint;
    apply_presentation(paint, "fill", "BLACK", {24, 24});
    apply_presentation(paint, "stroke", "CurrentColor", {24, 24});
    apply_presentation(paint, "stroke-linecap", "Round", {24, 24});
    EXPECT_EQ(paint.fill, Paint(Colour{0, 0, 0}));
    EXPECT_EQ(paint.stroke_paint, Paint(CurrentColour{}));
    EXPECT_EQ(paint.stroke.cap, LineCap::Round);
    apply_presentation(paint, "fill", "None", {24, 24});
    EXPECT_EQ(paint.fill, std::nullopt);
}

TEST(ApplyPresentation, RefusesNumbersPastReason) {
    EXPECT_EQ(message_of("stroke-miterlimit", "1e308"),
              "expected a number of at most 1000000 in \"stroke-miterlimit\", got \"1e308\"");
}

TEST(ApplyPresentation, RefusesOtherColourWords) {
    EXPECT_EQ(message_of("fill", "reddish"), "expected a colour in \"fill\", got \"reddish\"");
    EXPECT_EQ(message_of("fill", "url(a.svg#a)"),
              "expected the id of a gradient of this file in \"fill\", got \"url(a.svg#a)\"");
}

TEST(ParseSvgColour, KnowsTheColoursOfCss) {
    EXPECT_EQ(parse_svg_colour("RebeccaPurple")->colour, (Colour{0x66, 0x33, 0x99}));
    EXPECT_EQ(parse_svg_colour("aliceblue")->colour, (Colour{0xF0, 0xF8, 0xFF}));
    EXPECT_EQ(parse_svg_colour("yellowgreen")->colour, (Colour{0x9A, 0xCD, 0x32}));
    EXPECT_EQ(parse_svg_colour("rgb(200,16,46)")->colour, (Colour{200, 16, 46}));
    EXPECT_EQ(parse_svg_colour("rgb(100% 0% 50% / 40%)")->colour, (Colour{255, 0, 128}));
    EXPECT_DOUBLE_EQ(parse_svg_colour("rgba(1,2,3,.25)")->alpha, .25);
    EXPECT_DOUBLE_EQ(parse_svg_colour("#f00f")->alpha, 1);
    EXPECT_DOUBLE_EQ(parse_svg_colour("#ff000000")->alpha, 0);
    EXPECT_DOUBLE_EQ(parse_svg_colour("transparent")->alpha, 0);
    for (const char* other : {"", "rgb(1,2)", "rgb(1,2,3", "#12", "hsl(1,2%,3%)", "#12345g78"})
        EXPECT_FALSE(parse_svg_colour(other)) << other;
}

TEST(ApplyPresentation, ReadsTheStroke) {
    SvgPaint paint;
    apply_presentation(paint, "stroke-width", "2.5", {24, 24});
    apply_presentation(paint, "stroke-linecap", "round", {24, 24});
    apply_presentation(paint, "stroke-linejoin", "bevel", {24, 24});
    apply_presentation(paint, "stroke-miterlimit", "7", {24, 24});
    EXPECT_DOUBLE_EQ(paint.stroke.width, 2.5);
    EXPECT_EQ(paint.stroke.cap, LineCap::Round);
    EXPECT_EQ(paint.stroke.join, LineJoin::Bevel);
    EXPECT_DOUBLE_EQ(paint.stroke.miter_limit, 7);
    EXPECT_EQ(message_of("stroke-width", "2px"), "");
    EXPECT_EQ(message_of("stroke-width", "2em"),
              "expected a number of at least 0 in \"stroke-width\", got \"2em\"");
    EXPECT_EQ(message_of("stroke-linecap", "flat"),
              "expected one of butt, round, square in \"stroke-linecap\", got \"flat\"");
}

TEST(ApplyPresentation, ReadsOpacities) {
    SvgPaint paint;
    apply_presentation(paint, "stroke-opacity", "25%", {24, 24});
    EXPECT_DOUBLE_EQ(paint.stroke_opacity, .25);
    EXPECT_EQ(message_of("fill-opacity", "half"),
              "expected 0 to 1 in \"fill-opacity\", got \"half\"");
}

}  // namespace
}  // namespace broadside::load
