#include "broadside/emit/formats.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/emit/png/encoder.hpp"
#include "broadside/emit/png/painter.hpp"
#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "emit/sample_scene.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::Not;
using ::testing::SizeIs;

test::Picture picture_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    return test::decode_png(test::files_of(emit_png, scene, options, test::cache()).value().at(0));
}

std::string error_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    const auto files = test::files_of(emit_png, scene, options, test::cache());
    return files.ok() ? "" : to_string(files.diagnostics().front());
}

/// What is said of a scene that is drawn all the same.
std::string problems_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    std::string said;
    for (const Diagnostic& problem : emit_png(
             scene, options, test::cache(), [](std::size_t, const File&) { return Diagnostics(); }))
        said += to_string(problem);
    return said;
}

TEST(EmitPng, HasTheNearestWholeSize) {
    const auto picture = picture_of(test::one_page(Pt(595.28), Pt(841.89), {}), 150);
    EXPECT_EQ(picture.width, 1240u);
    EXPECT_EQ(picture.height, 1754u);
}

TEST(EmitPng, HasAtLeastOnePixel) {
    EXPECT_EQ(picture_of(test::one_page(Pt(2), Pt(2), {}), 1).width, 1u);
}

TEST(EmitPng, PaintsPaperAndRectanglesInTheirColours) {
    auto scene = test::one_page(Pt(40), Pt(40),
                                {scene::FillRect{{Pt(10), Pt(10), Pt(20), Pt(20)}, {1, 2, 3}}});
    scene.pages[0].paper = {250, 240, 230};
    const auto picture = picture_of(scene, 72);
    EXPECT_EQ(picture.at(5, 5), (Colour{250, 240, 230}));
    EXPECT_EQ(picture.at(20, 20), (Colour{1, 2, 3}));
}

TEST(EmitPng, IsTheSameBytesEachTime) {
    EXPECT_EQ(test::files_of(emit_png, test::sample_scene(), {}, test::cache()).value(),
              test::files_of(emit_png, test::sample_scene(), {}, test::cache()).value());
}

TEST(EmitPng, RefusesTooManyPixelsAndSaysWhatWouldFit) {
    EXPECT_EQ(error_of(test::one_page(Pt(7200), Pt(7200), {}), 300),
              "error: expected at most 32767 pixels a side and 400000000 in all, got 30000 x 30000 "
              "at 300 ppi\n"
              "  hint: at most 200 ppi for this page");
}

scene::Scene with_code(Pt side) {
    Drawing code;
    code.width = code.height = 33;
    code.code_of = "https://example.org";
    return test::one_page(
        Pt(100), Pt(100),
        {scene::DrawSymbol{
            {Pt(10), Pt(10), side, side}, std::make_shared<const Drawing>(code), {}}});
}

TEST(EmitPng, WarnsOfCodesThatAreTooCoarse) {
    EXPECT_EQ(problems_of(with_code(Pt(33)), 72),
              "warning: the QR code of https://example.org has fewer than 2 pixels a module at 72 "
              "ppi: not every reader makes it out\n"
              "  hint: from 144 ppi on it has them");
    EXPECT_NE(problems_of(with_code(Pt(33)), 126), "");
    EXPECT_EQ(problems_of(with_code(Pt(33)), 144), "");
}

TEST(EmitPng, WarnsOnceOfAllCodesThatAreTooCoarse) {
    scene::Scene scene = with_code(Pt(33));
    std::vector<scene::Op>& ops = scene.pages[0].ops;
    scene::DrawSymbol other = std::get<scene::DrawSymbol>(ops[0]);
    Drawing code = *other.drawing;
    code.code_of = "https://example.com";
    other.drawing = std::make_shared<const Drawing>(code);
    other.box.width = other.box.height = Pt(22);
    ops.push_back(other);
    EXPECT_EQ(problems_of(scene, 72),
              "warning: 2 QR codes (one is that of https://example.com) have fewer than 2 pixels a "
              "module "
              "at 72 ppi: not every reader makes them out\n"
              "  hint: from 216 ppi on all have them");
}

TEST(EmitPng, SaysWhichCodesNoPixelsAreEnoughFor) {
    EXPECT_THAT(problems_of(with_code(Pt(0.5)), 72), HasSubstr("hint: it is too small for a PNG"));
}

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
            {Pt(10.3), Pt(10.3), Pt(10), Pt(10)}, std::make_shared<const Drawing>(code), kInk}},
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

CairoSurface white_image(int width, int height) {
    EXPECT_TRUE(load_cairo().empty());
    CairoSurface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const CairoContext cairo(cairo_create(image.get()));
    set_source(cairo.get(), {255, 255, 255});
    cairo_paint(cairo.get());
    return image;
}

TEST(EncodePng, KeepsPixelsExactly) {
    const CairoSurface image = white_image(3, 2);
    const CairoContext cairo(cairo_create(image.get()));
    set_source(cairo.get(), {255, 128, 0});
    cairo_rectangle(cairo.get(), 1, 0, 1, 1);
    cairo_fill(cairo.get());
    const auto picture = test::decode_png(encode_png(image.get(), {}, 72));
    EXPECT_EQ(picture.at(1, 0), (Colour{255, 128, 0}));
    EXPECT_EQ(picture.at(1, 1), (Colour{255, 255, 255}));
}

TEST(EncodePng, SaysItsDensityInPixelsAMetre) {
    const std::string file = encode_png(white_image(1, 1).get(), {}, 150);
    const std::string density = {0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1};  // 5906
    EXPECT_THAT(file, HasSubstr("pHYs" + density));
}

TEST(EncodePng, SaysThatColoursAreSrgb) {
    EXPECT_THAT(encode_png(white_image(1, 1).get(), {}, 72), HasSubstr("sRGB"));
}

TEST(EncodePng, CarriesTheMetadataInItsLanguage) {
    const Metadata metadata{"Aperçu", "fr", "", "Résumé", "CC0-1.0"};
    const std::string file = encode_png(white_image(1, 1).get(), metadata, 72);
    EXPECT_THAT(file, HasSubstr(std::string("iTXtTitle\0\0\0fr\0\0Aperçu", 22)));
    EXPECT_THAT(file, HasSubstr("Description"));
    EXPECT_THAT(file, HasSubstr("Copyright"));
    EXPECT_THAT(file, Not(HasSubstr("Author")));
}

Argb opaque(std::size_t red, std::size_t green, std::size_t blue) {
    return static_cast<Argb>(0xff000000 | red << 16 | green << 8 | blue);
}

int channel(Argb colour, int shift) { return static_cast<int>(colour >> shift & 0xff); }

/// The most that a colour of the picture differs from what stands in its place.
int worst_error(const Palette& palette, const Histogram& picture) {
    int worst = 0;
    for (const auto& [colour, count] : picture) {
        const Argb shown = palette.colours.at(palette.index.at(colour));
        for (const int shift : {24, 16, 8, 0})
            worst = std::max(worst, std::abs(channel(colour, shift) - channel(shown, shift)));
    }
    return worst;
}

/// As anti-aliasing makes it: from an ink to white.
void add_ramp(Histogram& picture, Argb ink) {
    for (int step = 0; step <= 255; ++step) {
        const auto mixed = [&](int shift) {
            return static_cast<std::size_t>(channel(ink, shift) +
                                            (255 - channel(ink, shift)) * step / 255);
        };
        ++picture[opaque(mixed(16), mixed(8), mixed(0))];
    }
}

TEST(ChoosePalette, KeepsAllOf256Colours) {
    Histogram picture;
    for (std::size_t i = 0; i < 256; ++i) picture[opaque(i, i * 7 % 256, 255 - i)] = 1;
    const Palette palette = choose_palette(picture, {});
    EXPECT_THAT(palette.colours, SizeIs(256));
    EXPECT_EQ(palette.error, 0);
    EXPECT_EQ(worst_error(palette, picture), 0);
}

TEST(ChoosePalette, IsSortedSoThatOpaqueColoursComeLast) {
    const Histogram picture = {{0, 1}, {opaque(1, 2, 3), 2}, {0x80000000, 3}};
    EXPECT_THAT(choose_palette(picture, {}).colours, ElementsAre(0U, 0x80000000U, opaque(1, 2, 3)));
}

TEST(ChoosePalette, SharesRampsOutAmongFewColours) {
    Histogram picture;
    for (std::size_t i = 0; i < 12; ++i) add_ramp(picture, opaque(i * 20, 20, 240 - i * 20));
    const Palette palette = choose_palette(picture, {});
    EXPECT_THAT(palette.colours, SizeIs(Le(256U)));
    EXPECT_LE(worst_error(palette, picture), 6);
    EXPECT_LE(worst_error(palette, picture), palette.error);
}

TEST(ChoosePalette, LeavesColoursAsTheyAreThatItIsToldTo) {
    const std::vector<Argb> exact = {opaque(20, 33, 61), opaque(255, 255, 255), opaque(9, 9, 9)};
    Histogram picture;
    for (std::size_t i = 0; i < 20; ++i) add_ramp(picture, opaque(20 + i, 33, 61 + i * 5));
    const Palette palette = choose_palette(picture, exact);
    EXPECT_THAT(palette.error, Ge(1));
    for (const Argb colour : {exact[0], exact[1]})
        EXPECT_EQ(palette.colours.at(palette.index.at(colour)), colour);
    EXPECT_THAT(palette.colours, ::testing::Not(Contains(exact[2]))) << "no pixel has it";
}

TEST(ChoosePalette, HoldsWhatHasMoreColoursThanEyesTellApart) {
    Histogram picture;
    for (std::size_t i = 0; i < 60000; ++i)
        picture[opaque(i * 31 % 256, i * 57 % 251, i * 97 % 241)] = 1;
    const Palette palette = choose_palette(picture, {});
    EXPECT_THAT(palette.colours, SizeIs(Le(256U)));
    EXPECT_LE(worst_error(palette, picture), palette.error);
}

}  // namespace
}  // namespace broadside::emit
