#include "broadside/emit/drawing.hpp"

#include <gtest/gtest.h>

namespace broadside::emit {
namespace {

Drawing drawing_of(Path path, std::optional<Stroke> stroke = std::nullopt) {
    Shape shape = filled(std::move(path));
    shape.stroke = std::move(stroke);
    return {"test", 24, 24, {shape}};
}

Stroke line(double width, LineJoin join = LineJoin::Round, LineCap cap = LineCap::Butt) {
    return {CurrentColour{}, width, cap, join, 4};
}

Path triangle(double top) {
    return {MoveTo{{2, 20}}, LineTo{{12, top}}, LineTo{{22, 20}}, ClosePath{}};
}

TEST(ReachesOutside, NotWhenItTouchesTheEdges) {
    EXPECT_FALSE(
        reaches_outside(drawing_of({MoveTo{{0, 0}}, LineTo{{24, 0}},
                                    CubicTo{{24, 24}, {0, 24}, {0, 24.00001}}, ClosePath{}})));
    EXPECT_FALSE(reaches_outside({"empty", 24, 24, {}}));
}

TEST(ReachesOutside, WithAnyPoint) {
    EXPECT_TRUE(reaches_outside(drawing_of(triangle(-1))));
    EXPECT_TRUE(reaches_outside(
        drawing_of({MoveTo{{0, 0}}, CubicTo{{0, 40}, {24, 40}, {24, 0}}, ClosePath{}})));
}

TEST(ReachesOutside, WithTheWidthOfALine) {
    EXPECT_FALSE(reaches_outside(drawing_of(triangle(1), line(2))));
    EXPECT_TRUE(reaches_outside(drawing_of(triangle(1), line(3))));
    EXPECT_FALSE(reaches_outside(drawing_of({MoveTo{{4, 12}}, LineTo{{23, 12}}}, line(2))));
    EXPECT_TRUE(reaches_outside(drawing_of({MoveTo{{4, 12}}, LineTo{{23, 12}}},
                                           line(2, LineJoin::Round, LineCap::Square))));
}

TEST(ReachesOutside, WithTheTipOfAMitre) {
    EXPECT_FALSE(reaches_outside(drawing_of(triangle(3), line(2, LineJoin::Miter))));
    EXPECT_TRUE(reaches_outside(drawing_of({MoveTo{{7, 20}}, LineTo{{12, 2}}, LineTo{{17, 20}}},
                                           line(1.2, LineJoin::Miter))));
    EXPECT_FALSE(reaches_outside(
        drawing_of({MoveTo{{7, 20}}, LineTo{{12, 2}}, LineTo{{17, 20}}}, line(1.2))));
}

TEST(ReachesOutside, NotWithTheMitresOfASmoothCurve) {
    constexpr double kRound = 0.5523;
    const double c = 10 * kRound;
    EXPECT_FALSE(reaches_outside(drawing_of(
        {MoveTo{{22, 12}}, CubicTo{{22, 12 + c}, {12 + c, 22}, {12, 22}},
         CubicTo{{12 - c, 22}, {2, 12 + c}, {2, 12}}, CubicTo{{2, 12 - c}, {12 - c, 2}, {12, 2}},
         CubicTo{{12 + c, 2}, {22, 12 - c}, {22, 12}}, ClosePath{}},
        line(3, LineJoin::Miter))));
}

TEST(PlaceDrawing, ScalesToTheBox) {
    const auto placement = place_drawing(Drawing{"", 24, 24, {}}, {Pt(10), Pt(20), Pt(12), Pt(12)});
    EXPECT_DOUBLE_EQ(placement.scale, 0.5);
    EXPECT_EQ(placement.origin, (Point{Pt(10), Pt(20)}));
}

TEST(PlaceDrawing, CentresWhatIsNarrowerThanItsBox) {
    const auto placement = place_drawing(Drawing{"", 10, 20, {}}, {Pt(0), Pt(0), Pt(20), Pt(20)});
    EXPECT_DOUBLE_EQ(placement.scale, 1);
    EXPECT_EQ(placement.origin, (Point{Pt(5), Pt(0)}));
}

TEST(SnapSquares, HaveTheMostWholePixelsThatTheirBoxHasRoomFor) {
    const Rect box{Pt(10), Pt(20), Pt(10), Pt(12)};
    EXPECT_EQ(snap_squares(box, 4, 1), (GridSquares{11, 22, 2}));
    EXPECT_EQ(snap_squares(box, 5, 1), (GridSquares{10, 21, 2}));
    EXPECT_EQ(snap_squares(box, 20, 1).side, 0);
}

TEST(SnapSquares, AreLargerOrNoneWhereTheyWouldBeMuchSmaller) {
    const Rect box{Pt(10), Pt(20), Pt(78), Pt(78)};
    EXPECT_EQ(snap_squares(box, 41, 1), (GridSquares{8, 18, 2}));
    EXPECT_EQ(snap_squares(box, 60, 1).side, 1);
    EXPECT_EQ(snap_squares(box, 45, 1).side, 0);
}

}  // namespace
}  // namespace broadside::emit
