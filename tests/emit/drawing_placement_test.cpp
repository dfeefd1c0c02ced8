#include "broadside/emit/drawing_placement.hpp"

#include <gtest/gtest.h>

namespace broadside::emit {
namespace {

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

}  // namespace
}  // namespace broadside::emit
