#include "broadside/load/symbol/svg_coordinates.hpp"

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

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
