#include "broadside/load/symbol/svg_shape.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "broadside/load/symbol/path_data.hpp"
#include "broadside/load/symbol/svg_coordinates.hpp"

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

Path parsed(std::string_view text) {
    const auto result = parse_path_data(text);
    if (const auto* error = std::get_if<PathDataError>(&result)) ADD_FAILURE() << error->message;
    const Path* path = std::get_if<Path>(&result);
    return path ? *path : Path{};
}

PathDataError error_of(std::string_view text) {
    const auto result = parse_path_data(text);
    const auto* error = std::get_if<PathDataError>(&result);
    return error ? *error : PathDataError{0, "no error"};
}

TEST(ParsePathData, RepeatsMovesAsLines) {
    const Path expected{MoveTo{{1, 2}}, LineTo{{3, 4}}, LineTo{{8, 9}}};
    EXPECT_EQ(parsed("M1 2 3 4 8 9"), expected);
    EXPECT_EQ(parsed("m1,2 2,2 5,5"), expected);
}

TEST(ParsePathData, ReadsCompactNumbers) {
    EXPECT_EQ(parsed("M1.5.5-2-3"), (Path{MoveTo{{1.5, 0.5}}, LineTo{{-2, -3}}}));
}

TEST(ParsePathData, DrawsHorizontalAndVerticalLines) {
    EXPECT_EQ(parsed("M1 1H5V7h-1v-2"), (Path{MoveTo{{1, 1}}, LineTo{{5, 1}}, LineTo{{5, 7}},
                                              LineTo{{4, 7}}, LineTo{{4, 5}}}));
}

TEST(ParsePathData, GoesOnFromTheStartAfterClosing) {
    EXPECT_EQ(parsed("M1 1h2zl0 5"),
              (Path{MoveTo{{1, 1}}, LineTo{{3, 1}}, ClosePath{}, MoveTo{{1, 1}}, LineTo{{1, 6}}}));
}

TEST(ParsePathData, ReflectsTheControlOfASmoothCurve) {
    EXPECT_EQ(
        parsed("M0 0C0 1 2 1 2 0S4-1 4 0"),
        (Path{MoveTo{{0, 0}}, CubicTo{{0, 1}, {2, 1}, {2, 0}}, CubicTo{{2, -1}, {4, -1}, {4, 0}}}));
    EXPECT_EQ(parsed("M0 0L2 0s1 1 2 0"),
              (Path{MoveTo{{0, 0}}, LineTo{{2, 0}}, CubicTo{{2, 0}, {3, 1}, {4, 0}}}));
}

TEST(ParsePathData, RaisesQuadraticsToCubics) {
    EXPECT_EQ(parsed("M0 0q3 3 6 0t6 0"), (Path{MoveTo{{0, 0}}, CubicTo{{2, 2}, {4, 2}, {6, 0}},
                                                CubicTo{{8, -2}, {10, -2}, {12, 0}}}));
}

TEST(ParsePathData, ReadsArcFlagsWithoutSeparators) {
    EXPECT_EQ(parsed("M0 0a1 1 0 0110 10"), parsed("M0 0a1 1 0 0 1 10 10"));
    EXPECT_EQ(parsed("M0 0a0 1 0 01 3 4 0 1 0 00 1 1"),
              (Path{MoveTo{{0, 0}}, LineTo{{3, 4}}, LineTo{{4, 5}}}));
}

TEST(ParsePathData, NamesThePlaceOfTheFirstError) {
    EXPECT_EQ(error_of("L1 2").message, "expected a move (M or m) first");
    EXPECT_EQ(error_of("M1 2 X").offset, 5u);
    EXPECT_EQ(error_of("M1").message, "expected a number");
    EXPECT_EQ(error_of("M0 0a1 1 0 2 1 3 3").message, "expected a flag, 0 or 1");
    EXPECT_EQ(error_of("M0 0z 5").message, "expected a command letter");
}

TEST(ParsePathData, MayBeEmpty) { EXPECT_TRUE(parsed(" ").empty()); }

PathPoint middle(PathPoint from, const CubicTo& curve) {
    return {(from.x + 3 * curve.control1.x + 3 * curve.control2.x + curve.to.x) / 8,
            (from.y + 3 * curve.control1.y + 3 * curve.control2.y + curve.to.y) / 8};
}

TEST(ParsePathData, DrawsAQuarterOfAnArcAsOneCurve) {
    const Path path = parsed("M1 0A1 1 0 0 1 0 1");
    ASSERT_EQ(path.size(), 2u);
    const PathPoint half = middle({1, 0}, std::get<CubicTo>(path[1]));
    EXPECT_NEAR(std::hypot(half.x, half.y), 1, 3e-4);
    EXPECT_GT(half.x, 0.7);
}

TEST(ParsePathData, DrawsArcsAsTheirFlagsAndRadiiSay) {
    struct Case {
        std::string_view text;
        std::size_t segments;
        double x, y;  // where the first curve ends
    };
    for (const Case& arc : {Case{"M1 0A1 1 0 1 0 0 1", 4, 0, -1},   // the long way
                            Case{"M0 0A1 1 0 0 1 10 0", 3, 5, -5},  // radii that are too small grow
                            Case{"M0-2A2 1 90 0 1 0 2", 3, 1, 0}}) {  // the ellipse is turned
        const Path path = parsed(arc.text);
        ASSERT_EQ(path.size(), arc.segments) << arc.text;
        EXPECT_NEAR(std::get<CubicTo>(path[1]).to.x, arc.x, 1e-9) << arc.text;
        EXPECT_NEAR(std::get<CubicTo>(path[1]).to.y, arc.y, 1e-9) << arc.text;
    }
}

TEST(ParsePathData, DrawsNoArcWithoutRadiusOrDistanceOrPastArithmetic) {
    EXPECT_EQ(parsed("M0 0A0 5 0 0 1 10 0A5 5 0 0 1 10 0"),
              (Path{MoveTo{{0, 0}}, LineTo{{10, 0}}}));
    EXPECT_EQ(parsed("M-1e308 0A1e-308 1e308 0 1 1 1e308 0").size(), 2u);
}

void expect_point(PathPoint actual, double x, double y) {
    EXPECT_NEAR(actual.x, x, 1e-9);
    EXPECT_NEAR(actual.y, y, 1e-9);
}

TEST(ParseTransform, AppliesTheLastFunctionFirst) {
    expect_point(parse_transform("translate(10) scale(2,3)")->apply({1, 1}), 12, 3);
    expect_point(parse_transform("scale(2)translate(10 5)")->apply({1, 1}), 22, 12);
}

TEST(ParseTransform, RotatesClockwiseAroundAPoint) {
    expect_point(parse_transform("rotate(90)")->apply({1, 0}), 0, 1);
    expect_point(parse_transform("rotate(180 12 12)")->apply({0, 0}), 24, 24);
}

TEST(ParseTransform, KnowsSkewsAndMatrices) {
    expect_point(parse_transform("skewX(45)")->apply({0, 2}), 2, 2);
    expect_point(parse_transform("skewY(45)")->apply({2, 0}), 2, 2);
    expect_point(parse_transform("matrix(1 2 3 4 5 6)")->apply({1, 1}), 9, 12);
}

TEST(ParseTransform, RefusesOtherText) {
    for (const char* text :
         {"rotate(1,2)", "spin(3)", "scale(", "scale)2(", "translate()", "matrix(1 2 3)", "2"}) {
        EXPECT_FALSE(parse_transform(text)) << text;
    }
}

TEST(TransformScale, IsTheSquareRootOfTheArea) {
    EXPECT_DOUBLE_EQ(parse_transform("scale(2,8)")->scale(), 4);
    EXPECT_DOUBLE_EQ(parse_transform("scale(-1,1)")->scale(), 1);
}

TEST(Transformed, MovesEveryPointOfAPath) {
    const Path path{MoveTo{{0, 0}}, CubicTo{{1, 0}, {2, 0}, {3, 0}}, LineTo{{4, 0}}, ClosePath{}};
    const Path moved{MoveTo{{1, 1}}, CubicTo{{2, 1}, {3, 1}, {4, 1}}, LineTo{{5, 1}}, ClosePath{}};
    EXPECT_EQ(transformed(path, *parse_transform("translate(1,1)")), moved);
}

}  // namespace
}  // namespace broadside::load
