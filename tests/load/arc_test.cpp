#include "broadside/load/symbol/arc.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace broadside::load {
namespace {

PathPoint middle(PathPoint from, const CubicTo& curve) {
    return {(from.x + 3 * curve.control1.x + 3 * curve.control2.x + curve.to.x) / 8,
            (from.y + 3 * curve.control1.y + 3 * curve.control2.y + curve.to.y) / 8};
}

TEST(AppendArc, DrawsAQuarterAsOneCurve) {
    Path path;
    append_arc(path, {1, 0}, {1, 1, 0, ArcSize::Small, ArcSweep::Clockwise}, {0, 1});
    ASSERT_EQ(path.size(), 1u);
    const PathPoint half = middle({1, 0}, std::get<CubicTo>(path[0]));
    EXPECT_NEAR(std::hypot(half.x, half.y), 1, 3e-4);
    EXPECT_GT(half.x, 0.7);
}

TEST(AppendArc, TakesTheLongWayWhenLarge) {
    Path path;
    append_arc(path, {1, 0}, {1, 1, 0, ArcSize::Large, ArcSweep::Anticlockwise}, {0, 1});
    ASSERT_EQ(path.size(), 3u);
    const PathPoint after_quarter = std::get<CubicTo>(path[0]).to;
    EXPECT_NEAR(after_quarter.x, 0, 1e-9);
    EXPECT_NEAR(after_quarter.y, -1, 1e-9);
}

TEST(AppendArc, GrowsRadiiThatAreTooSmall) {
    Path path;
    append_arc(path, {0, 0}, {1, 1, 0, ArcSize::Small, ArcSweep::Clockwise}, {10, 0});
    ASSERT_EQ(path.size(), 2u);
    EXPECT_NEAR(std::get<CubicTo>(path[0]).to.y, -5, 1e-9);
}

TEST(AppendArc, TurnsTheEllipse) {
    Path path;
    append_arc(path, {0, -2}, {2, 1, 90, ArcSize::Small, ArcSweep::Clockwise}, {0, 2});
    EXPECT_NEAR(std::get<CubicTo>(path[0]).to.x, 1, 1e-9);
}

TEST(AppendArc, DrawsNoCurveWithoutRadiusOrDistance) {
    Path path;
    append_arc(path, {0, 0}, {0, 5, 0, ArcSize::Small, ArcSweep::Clockwise}, {10, 0});
    append_arc(path, {3, 3}, {5, 5, 0, ArcSize::Small, ArcSweep::Clockwise}, {3, 3});
    EXPECT_EQ(path, (Path{LineTo{{10, 0}}}));
}

TEST(AppendArc, SurvivesNumbersPastArithmetic) {
    Path path;
    append_arc(path, {-1e308, 0}, {1e-308, 1e308, 0, ArcSize::Large, ArcSweep::Clockwise},
               {1e308, 0});
    EXPECT_EQ(path.size(), 1u);
}

}  // namespace
}  // namespace broadside::load
