#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/symbol_support.hpp"

namespace broadside::load {
namespace {

using ::testing::HasSubstr;

/// A symbol of these definitions that paints a rectangle 4 wide and 2 high at (10, 6).
std::string painted_with(const std::string& definitions, const std::string& paint = "url(#a)") {
    return "<svg viewBox='0 0 24 16'>\n" + definitions +
           "\n<rect x='10' y='6' width='4' height='2' fill='" + paint + "'/></svg>";
}

Shape shape_of(const std::string& text) {
    const auto drawing = load_symbol({"s.svg", text}, "s");
    EXPECT_TRUE(drawing.ok()) << ::testing::PrintToString(problems_of(drawing));
    return drawing && !(**drawing).shapes.empty() ? (**drawing).shapes[0] : Shape{};
}

const std::string kStops = "<stop stop-color='red'/><stop offset='1' stop-color='blue'/>";

/// Where a gradient's (0, 0), (1, 0) and (0, 1) lie in the drawing.
std::vector<PathPoint> axes_of(const Shape& shape) {
    const Transform& transform = std::get<GradientRef>(shape.fill.value())->to_drawing;
    return {transform.apply({0, 0}), transform.apply({1, 0}), transform.apply({0, 1})};
}

TEST(Gradients, GoAcrossWhatTheyPaintUnlessTheySayOtherwise) {
    EXPECT_THAT(
        axes_of(shape_of(painted_with("<linearGradient id='a'>" + kStops + "</linearGradient>"))),
        ::testing::ElementsAre(PathPoint{10, 6}, PathPoint{14, 6}, PathPoint{10, 8}));
    EXPECT_THAT(
        axes_of(shape_of(painted_with("<radialGradient id='a'>" + kStops + "</radialGradient>"))),
        ::testing::ElementsAre(PathPoint{12, 7}, PathPoint{14, 7}, PathPoint{12, 8}));
    EXPECT_THAT(axes_of(shape_of(painted_with(
                    "<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='1' y1='2' x2='1' "
                    "y2='50%' gradientTransform='translate(1 0)'>" +
                    kStops + "</linearGradient>"))),
                ::testing::ElementsAre(PathPoint{2, 2}, PathPoint{2, 8}, PathPoint{-4, 2}));
}

TEST(Gradients, TakeFromOthersWhatTheyDoNotSay) {
    const Shape shape =
        shape_of(painted_with("<linearGradient id='b' y2='1'>" + kStops +
                              "</linearGradient><linearGradient id='a' href='#b' x2='0'/>"));
    EXPECT_EQ(axes_of(shape)[1], (PathPoint{10, 8}));
    EXPECT_EQ(std::get<GradientRef>(*shape.fill)->stops.size(), 2u);
}

TEST(Gradients, AreOneColourWhereTheyComeToThat) {
    const auto fill_of = [](const std::string& stops, const std::string& attributes = "") {
        return shape_of(painted_with("<linearGradient id='a' " + attributes + ">" + stops +
                                     "</linearGradient>"));
    };
    EXPECT_EQ(fill_of("<stop stop-color='#010203'/>").fill, Paint(Colour{1, 2, 3}));
    EXPECT_EQ(fill_of(kStops, "x2='0'").fill, Paint(Colour{0, 0, 255})) << "of no length";
    EXPECT_FALSE(fill_of("").fill) << "no stops paint nothing";
    EXPECT_FALSE(fill_of("<stop stop-opacity='0'/>").fill);
    const Shape even = fill_of(
        "<stop stop-color='red' stop-opacity='.5'/><stop offset='1' stop-color='rgb(0 0 255 / "
        "50%)'/>");
    EXPECT_DOUBLE_EQ(even.fill_opacity, .5);
    EXPECT_DOUBLE_EQ(std::get<GradientRef>(*even.fill)->stops[0].opacity, 1);
}

TEST(Gradients, LeaveTheirPlaceToTheColourBehindThem) {
    EXPECT_EQ(shape_of(painted_with("", "url(#a) #0f0")).fill, Paint(Colour{0, 255, 0}));
    EXPECT_FALSE(shape_of(painted_with("", "url(#a)")).fill);
}

TEST(Gradients, AreRefusedByName) {
    EXPECT_EQ(problem_of(painted_with("<pattern id='a'/>")),
              "s.svg:3:1: error: unsupported <pattern> as a paint");
    EXPECT_EQ(problem_of(painted_with("<linearGradient id='a' spreadMethod='reflect'>" + kStops +
                                      "</linearGradient>")),
              "s.svg:3:1: error: unsupported \"spreadMethod\" of a gradient: \"reflect\"");
    for (const std::string attribute : {"x1='NaN'", "x1='1e308'", "gradientTransform='turn(1)'"}) {
        EXPECT_THAT(problem_of(painted_with("<linearGradient id='a' " + attribute + ">" + kStops +
                                            "</linearGradient>")),
                    HasSubstr(" of a gradient"))
            << attribute;
    }
    for (const std::string attribute :
         {"offset='x'", "stop-color='x'", "stop-color='currentColor'", "stop-opacity='x'"}) {
        EXPECT_THAT(problem_of(painted_with("<linearGradient id='a'><stop " + attribute +
                                            "/></linearGradient>")),
                    HasSubstr(" of a gradient"))
            << attribute;
    }
    EXPECT_THAT(
        problem_of(painted_with("<radialGradient id='a' r='-1'>" + kStops + "</radialGradient>")),
        HasSubstr("\"-1\" is no \"r\" of a gradient"));
}

/// Time and memory grow with the file and no faster.
TEST(Gradients, GiveUpOnFilesMadeToGrow) {
    EXPECT_THAT(problem_of(painted_with(
                    "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>")),
                HasSubstr("\"href\" of a gradient"));
    std::string chain, stops, shapes;
    for (int i = 1; i < 10000; ++i)
        chain += fmt::format("<linearGradient id='a{}' href='#a{}'/>", i, i - 1);
    EXPECT_THAT(problem_of(painted_with(chain, "url(#a9999)")),
                HasSubstr("\"href\" of a gradient"));
    for (int i = 0; i < 5000; ++i)
        stops += fmt::format("<stop offset='{}' stop-color='#{:06x}'/>", i / 5000., i);
    for (int i = 0; i < 12000; ++i) shapes += "<path fill='url(#a)' d='M0 0h1v1z'/>";
    EXPECT_THAT(
        problem_of(painted_with("<linearGradient id='a'>" + stops + "</linearGradient>" + shapes)),
        HasSubstr("at most 60000 path segments"));
}

}  // namespace
}  // namespace broadside::load
