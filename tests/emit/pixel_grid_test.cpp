#include "broadside/emit/png/pixel_grid.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/drawing.hpp"

namespace broadside::emit {
namespace {

TEST(SnapSpan, NeighboursOnThePageMeetInThePicture) {
    const PixelSpan upper = snap_span(Pt(10.3), Pt(20.7), 1.5);
    const PixelSpan lower = snap_span(Pt(20.7), Pt(30.1), 1.5);
    EXPECT_EQ(upper.end, lower.begin);
}

TEST(SnapSpan, KeepsAtLeastOnePixelOfWhatHasALength) {
    EXPECT_EQ(snap_span(Pt(10.1), Pt(10.2), 1), (PixelSpan{10, 11}));
    EXPECT_EQ(snap_span(Pt(10), Pt(10), 1), (PixelSpan{10, 10}));
}

TEST(SnapRule, IsAtLeastOnePixelWide) {
    EXPECT_EQ(snap_rule(Pt(10), Pt(0.1), 1), (PixelSpan{10, 11}));
}

TEST(SnapRule, HasTheNearestWholeWidthAroundItsCentre) {
    EXPECT_EQ(snap_rule(Pt(10), Pt(1), 2), (PixelSpan{19, 21}));
}

TEST(SnapRule, DrawsNothingWithoutAWidth) { EXPECT_EQ(snap_rule(Pt(10), Pt(0), 2), PixelSpan{}); }

TEST(SnapSquares, HaveTheMostWholePixelsThatTheirBoxHasRoomFor) {
    const Rect box{Pt(10), Pt(20), Pt(10), Pt(12)};
    EXPECT_EQ(snap_squares(box, 4, 1), (GridSquares{11, 22, 2}));
    EXPECT_EQ(snap_squares(box, 5, 1), (GridSquares{10, 21, 2}));
    EXPECT_EQ(snap_squares(box, 20, 1).side, 0);
}

TEST(SnapSquares, AreNotMuchSmallerWhereTheirQuietZoneIsEnoughForLarger) {
    const Rect box{Pt(10), Pt(20), Pt(78), Pt(78)};
    EXPECT_EQ(snap_squares(box, 41, 1), (GridSquares{8, 18, 2}));
    EXPECT_EQ(snap_squares(box, 45, 1).side, 1);
}

}  // namespace
}  // namespace broadside::emit
