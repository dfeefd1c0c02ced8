#include "broadside/resolve/qr.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace broadside::resolve {
namespace {

TEST(QrDrawing, HasAQuietZoneOfTwoModules) {
    // Version 1 at level M holds 14 bytes in 21 modules.
    const DrawingRef drawing = qr_drawing("http://a.de/");
    EXPECT_DOUBLE_EQ(drawing->width, 25);
    const PathPoint first = std::get<MoveTo>(drawing->shapes.at(0).path.at(0)).to;
    EXPECT_EQ(first, (PathPoint{2, 2}));
}

TEST(QrDrawing, JoinsTheSevenDarkModulesOfAFinderPattern) {
    const Path path = qr_drawing("http://a.de/")->shapes.at(0).path;
    EXPECT_EQ(std::get<LineTo>(path.at(1)).to, (PathPoint{9, 2}));
    EXPECT_EQ(std::get<LineTo>(path.at(2)).to, (PathPoint{9, 3}));
}

TEST(QrDrawing, IsOneShapeInTheCurrentColour) {
    const DrawingRef drawing = qr_drawing("https://example.org");
    ASSERT_EQ(drawing->shapes.size(), 1u);
    EXPECT_EQ(drawing->shapes[0].fill, Paint(CurrentColour{}));
}

TEST(QrDrawing, IsNamedByItsContent) {
    EXPECT_EQ(qr_drawing("https://a.org")->name, qr_drawing("https://a.org")->name);
    EXPECT_NE(qr_drawing("https://a.org")->name, qr_drawing("https://b.org")->name);
    EXPECT_EQ(qr_drawing("https://a.org")->name.substr(0, 3), "qr-");
}

TEST(QrDrawing, IsNullForATextThatNoCodeHolds) {
    EXPECT_NE(qr_drawing(std::string(2331, 'a')), nullptr);
    EXPECT_EQ(qr_drawing(std::string(2332, 'a')), nullptr);
}

}  // namespace
}  // namespace broadside::resolve
