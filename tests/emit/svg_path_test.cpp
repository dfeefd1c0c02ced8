#include "broadside/emit/svg/path.hpp"

#include <gtest/gtest.h>

namespace broadside::emit {
namespace {

TEST(SvgPathData, WritesRelativeCommandsAfterTheFirst) {
    SvgPathData data;
    data.move_to({100, 200});
    data.line_to({150, 230});
    data.move_to({100, 100});
    EXPECT_EQ(data.take(), "M10 20l5 3m-5-13");
}

TEST(SvgPathData, ShortensLevelAndUprightLines) {
    SvgPathData data;
    data.move_to({0, 0});
    data.line_to({100, 0});
    data.line_to({100, 55});
    data.close();
    EXPECT_EQ(data.take(), "M0 0h10v5.5z");
}

TEST(SvgPathData, LeavesOutARepeatedLetter) {
    SvgPathData data;
    data.move_to({0, 0});
    data.line_to({10, 20});
    data.line_to({30, 30});
    EXPECT_EQ(data.take(), "M0 0l1 2 2 1");
}

TEST(SvgPathData, ContinuesAtTheStartAfterClosing) {
    SvgPathData data;
    data.move_to({10, 10});
    data.line_to({50, 20});
    data.close();
    data.move_to({20, 20});
    EXPECT_EQ(data.take(), "M1 1l4 1zm1 1");
}

TEST(SvgPathData, AddsUpWithoutDriftOverManyRoundedSteps) {
    const DrawingPlacement third{{Pt(0), Pt(0)}, 1.0 / 3};
    SvgPathData data;
    data.append({MoveTo{{0, 0}}, LineTo{{1, 1}}, LineTo{{2, 2}}, LineTo{{3, 3}}}, third);
    EXPECT_EQ(data.take(), "M0 0l3.3 3.3 3.4 3.4 3.3 3.3");
}

TEST(SvgPathData, PlacesCurvesOfADrawing) {
    SvgPathData data;
    data.append({MoveTo{{0, 0}}, CubicTo{{1, 0}, {1, 1}, {2, 1}}, ClosePath{}},
                {{Pt(5), Pt(6)}, 2});
    EXPECT_EQ(data.take(), "M50 60c20 0 20 20 40 20z");
}

}  // namespace
}  // namespace broadside::emit
