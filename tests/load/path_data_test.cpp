#include "broadside/load/symbol/path_data.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace broadside::load {
namespace {

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

}  // namespace
}  // namespace broadside::load
