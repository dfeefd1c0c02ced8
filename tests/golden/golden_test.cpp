#include "support/golden.hpp"

#include <gtest/gtest.h>

#include "golden/picture_golden.hpp"

namespace broadside::testing {
namespace {

TEST(FirstDifference, IsEmptyForEqualTexts) { EXPECT_EQ(first_difference("a\nb\n", "a\nb\n"), ""); }

TEST(FirstDifference, ShowsTwoLinesBefore) {
    EXPECT_EQ(first_difference("a\nb\nc\nd\n", "a\nb\nc\ne\n"),
              "line 4:\n    b\n    c\n  - d\n  + e");
}

TEST(FirstDifference, ShowsWhereOneTextEnds) {
    EXPECT_EQ(first_difference("a\nb\n", "a\n"), "line 2:\n    a\n  - b\n  + (end)");
    EXPECT_EQ(first_difference("", "a\n"), "line 1:\n  - (end)\n  + a");
}

TEST(FirstDifference, SeesTheLastLineFeed) {
    EXPECT_EQ(first_difference("a\n", "a"), "the texts differ in their last line feed");
}

test::Picture grey(std::size_t width, std::size_t height) {
    return {width, height, std::vector<std::uint8_t>(3 * width * height, 128)};
}

TEST(PictureDifference, AllowsTheLastBits) {
    test::Picture picture = grey(20, 20);
    for (std::size_t i = 0; i < picture.rgb.size(); i += 5) picture.rgb[i] = 130;
    EXPECT_EQ(picture_difference(grey(20, 20), picture), "");
}

TEST(PictureDifference, SeesASmallMark) {
    test::Picture picture = grey(400, 400);
    const std::size_t first = 3 * (200 * 400 + 200);
    for (std::size_t i = first; i < first + 18; ++i) picture.rgb[i] = 0;
    EXPECT_EQ(picture_difference(grey(400, 400), picture),
              "the pixels around 200,200 are off by 12 of 255");
}

TEST(PictureDifference, SeesAShadeOverAll) {
    test::Picture picture = grey(20, 20);
    for (std::uint8_t& value : picture.rgb) value = 129;
    EXPECT_EQ(picture_difference(grey(20, 20), picture), "all pixels together are off by 1 of 255");
}

TEST(PictureDifference, SeesAnotherSize) {
    EXPECT_EQ(picture_difference(grey(20, 20), grey(20, 21)),
              "expected 20 × 20 pixels, got 20 × 21");
}

}  // namespace
}  // namespace broadside::testing
