#include "broadside/emit/png/painter.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

const Colour kWhite{255, 255, 255};
const Colour kInk{0x14, 0x21, 0x3d};

test::Picture painted(std::vector<scene::Op> ops, double ppi) {
    Options options;
    options.ppi = ppi;
    const auto scene = test::one_page(Pt(40), Pt(40), std::move(ops));
    return test::decode_png(test::files_of(emit_png, scene, options, test::cache()).value().at(0));
}

TEST(PngPainter, KeepsEdgesOfRectanglesCrisp) {
    const auto picture = painted({scene::FillRect{{Pt(10.3), Pt(10.3), Pt(10), Pt(10)}, kInk}}, 72);
    EXPECT_EQ(picture.at(9, 15), kWhite);
    EXPECT_EQ(picture.at(10, 15), kInk);
    EXPECT_EQ(picture.at(19, 15), kInk);
    EXPECT_EQ(picture.at(20, 15), kWhite);
}

TEST(PngPainter, KeepsAPixelOfWhatHasALength) {
    const auto picture =
        painted({scene::FillRect{{Pt(10.1), Pt(10), Pt(0.1), Pt(10)}, kInk},
                 scene::FillRect{{Pt(20), Pt(10), Pt(0), Pt(10)}, kInk},
                 scene::StrokeLine{{Pt(30), Pt(5)}, {Pt(30), Pt(35)}, Pt(0), kInk}},
                72);
    EXPECT_EQ(picture.at(10, 15), kInk);
    for (const std::size_t x : {9, 11, 19, 20, 29, 30}) EXPECT_EQ(picture.at(x, 15), kWhite) << x;
}

TEST(PngPainter, DrawsRulesInTheNearestWholeWidthAroundTheirCentre) {
    const auto picture =
        painted({scene::StrokeLine{{Pt(10), Pt(5)}, {Pt(10), Pt(35)}, Pt(1), kInk}}, 144);
    for (const std::size_t x : {18, 21}) EXPECT_EQ(picture.at(x, 40), kWhite) << x;
    for (const std::size_t x : {19, 20}) EXPECT_EQ(picture.at(x, 40), kInk) << x;
}

TEST(PngPainter, LeavesNoSeamBetweenNeighbours) {
    const auto picture = painted({scene::FillRect{{Pt(0), Pt(0), Pt(40), Pt(13.37)}, kInk},
                                  scene::FillRect{{Pt(0), Pt(13.37), Pt(40), Pt(26.63)}, kInk}},
                                 96);
    for (std::size_t y = 0; y < picture.height; ++y) EXPECT_EQ(picture.at(5, y), kInk) << y;
}

TEST(PngPainter, DrawsHairlinesOneWholePixelWide) {
    const auto level =
        painted({scene::StrokeLine{{Pt(5), Pt(20.5)}, {Pt(35), Pt(20.5)}, Pt(0.2), kInk}}, 72);
    EXPECT_EQ(level.at(20, 19), kWhite);
    EXPECT_EQ(level.at(20, 20), kInk);
    EXPECT_EQ(level.at(20, 21), kWhite);
    const auto upright =
        painted({scene::StrokeLine{{Pt(20.5), Pt(35)}, {Pt(20.5), Pt(5)}, Pt(0.2), kInk}}, 72);
    EXPECT_EQ(upright.at(20, 20), kInk);
    EXPECT_EQ(upright.at(21, 20), kWhite);
}

TEST(PngPainter, DrawsSlantedRules) {
    const auto picture =
        painted({scene::StrokeLine{{Pt(0), Pt(0)}, {Pt(40), Pt(40)}, Pt(3), kInk}}, 72);
    EXPECT_EQ(picture.at(20, 20), kInk);
    EXPECT_EQ(picture.at(30, 10), kWhite);
}

TEST(PngPainter, DrawsTextAtItsExactPlace) {
    const auto at = [](double x) { return painted({test::text_line(Pt(x), Pt(30), "l")}, 72); };
    EXPECT_GT(test::mean_difference(at(10), at(10.4)), 0) << "moved by less than a pixel";
    EXPECT_GT(test::mean_difference(at(10), painted({}, 72)), 0);
}

TEST(PngPainter, DrawsSymbolsInTheirColour) {
    const scene::DrawSymbol symbol{{Pt(8), Pt(8), Pt(24), Pt(24)}, test::sample_drawing(), kInk};
    const auto picture = painted({symbol}, 72);
    EXPECT_EQ(picture.at(26, 14), kInk);    // the square
    EXPECT_EQ(picture.at(20, 20), kWhite);  // the white curve across it
    EXPECT_EQ(picture.at(30, 10), kWhite);  // outside
}

TEST(PngPainter, DrawsTheModulesOfACodeInWholePixels) {
    Drawing code;
    code.width = code.height = 4;
    code.code_of = "https://example.org";
    for (const double at : {0, 2}) {
        code.shapes.push_back(
            filled({MoveTo{{at, at}}, LineTo{{at + 1, at}}, LineTo{{at + 1, at + 1}},
                    LineTo{{at, at + 1}}, ClosePath{}}));
    }
    const auto picture = painted(
        {scene::DrawSymbol{
            {Pt(10.3), Pt(10.3), Pt(11), Pt(11)}, std::make_shared<const Drawing>(code), kInk}},
        72);
    std::size_t dark = 0;
    for (std::size_t y = 0; y < picture.height; ++y) {
        for (std::size_t x = 0; x < picture.width; ++x) {
            if (picture.at(x, y) == kWhite) continue;
            EXPECT_EQ(picture.at(x, y), kInk) << x << ' ' << y;
            ++dark;
        }
    }
    EXPECT_EQ(dark, 2 * 2 * 2U);
}

}  // namespace
}  // namespace broadside::emit
