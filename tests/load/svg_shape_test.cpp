#include "broadside/load/symbol/svg_shape.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

Path path_of(std::string_view element, const SvgAttributes& attributes) {
    const auto result = shape_path(element, attributes, {24, 24});
    if (const auto* problem = std::get_if<Problem>(&result)) ADD_FAILURE() << problem->message;
    const Path* path = std::get_if<Path>(&result);
    return path ? *path : Path{};
}

std::string message_of(std::string_view element, const SvgAttributes& attributes) {
    const auto result = shape_path(element, attributes, {24, 24});
    const auto* problem = std::get_if<Problem>(&result);
    return problem ? problem->message : "no problem";
}

TEST(ShapePath, DrawsRectangles) {
    EXPECT_EQ(path_of("rect", {{"x", "1"}, {"width", "4"}, {"height", "2"}}),
              (Path{MoveTo{{1, 0}}, LineTo{{5, 0}}, LineTo{{5, 2}}, LineTo{{1, 2}}, ClosePath{}}));
}

TEST(ShapePath, RoundsCornersWithOneRadiusForBoth) {
    const Path path = path_of("rect", {{"width", "10"}, {"height", "6"}, {"rx", "2"}});
    ASSERT_EQ(path.size(), 10u);
    EXPECT_EQ(path[0], PathSegment(MoveTo{{2, 0}}));
    EXPECT_EQ(std::get<CubicTo>(path[2]).to, (PathPoint{10, 2}));
}

TEST(ShapePath, BoundsRadiiByHalfTheSide) {
    const Path path = path_of("rect", {{"width", "10"}, {"height", "6"}, {"ry", "20"}});
    EXPECT_EQ(path[0], PathSegment(MoveTo{{5, 0}}));
    EXPECT_EQ(std::get<CubicTo>(path[2]).to, (PathPoint{10, 3}));
}

TEST(ShapePath, DrawsCirclesAndEllipsesAsFourCurves) {
    const Path circle = path_of("circle", {{"cx", "5"}, {"cy", "5"}, {"r", "3"}});
    ASSERT_EQ(circle.size(), 6u);
    EXPECT_EQ(circle[0], PathSegment(MoveTo{{8, 5}}));
    EXPECT_EQ(std::get<CubicTo>(circle[1]).to, (PathPoint{5, 8}));
    EXPECT_EQ(std::get<CubicTo>(path_of("ellipse", {{"rx", "3"}, {"ry", "2"}})[1]).to,
              (PathPoint{0, 2}));
}

TEST(ShapePath, DrawsLinesAndPolygons) {
    EXPECT_EQ(path_of("line", {{"x2", "3"}, {"y2", "4"}}), (Path{MoveTo{{0, 0}}, LineTo{{3, 4}}}));
    EXPECT_EQ(path_of("polyline", {{"points", "0,0 1,1 2,0"}}),
              (Path{MoveTo{{0, 0}}, LineTo{{1, 1}}, LineTo{{2, 0}}}));
    EXPECT_EQ(path_of("polygon", {{"points", "0 0 1 1"}}),
              (Path{MoveTo{{0, 0}}, LineTo{{1, 1}}, ClosePath{}}));
}

TEST(ShapePath, LeavesOutWhatHasNoSize) {
    EXPECT_EQ(path_of("rect", {{"width", "4"}}), Path{});
    EXPECT_EQ(path_of("circle", {{"r", "0"}}), Path{});
    EXPECT_EQ(path_of("path", {}), Path{});
    EXPECT_EQ(path_of("polygon", {{"points", "1 2 3"}}), Path{});
}

/// As SVG 2 and browsers have it; librsvg draws nothing.
TEST(ShapePath, LeavesOutTheLastOfAnOddNumberOfCoordinates) {
    EXPECT_EQ(path_of("polyline", {{"points", "0,0 1,1 2"}}),
              (Path{MoveTo{{0, 0}}, LineTo{{1, 1}}}));
}

TEST(ShapePath, KnowsUnits) {
    EXPECT_EQ(path_of("line", {{"x1", "1in"}, {"y1", "3pt"}, {"x2", "50%"}, {"y2", "2.5px"}}),
              (Path{MoveTo{{96, 4}}, LineTo{{12, 2.5}}}));
}

TEST(ShapePath, NamesWhatIsWrong) {
    EXPECT_EQ(message_of("line", {{"x1", "1em"}}), "expected a number in \"x1\", got \"1em\"");
    EXPECT_EQ(message_of("polygon", {{"points", "1 2 x"}}),
              "expected pairs of numbers in \"points\"");
    EXPECT_EQ(message_of("path", {{"d", "M1 2 X"}}),
              "expected a command letter at character 6 of the path data, got \"X\"");
}

}  // namespace
}  // namespace broadside::load
