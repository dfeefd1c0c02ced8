#include "broadside/emit/png/palette.hpp"

#include <gmock/gmock.h>

namespace broadside::emit {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::Le;
using ::testing::SizeIs;

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
