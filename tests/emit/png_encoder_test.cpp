#include "broadside/emit/png/encoder.hpp"

#include <gmock/gmock.h>

#include "broadside/emit/handles.hpp"
#include "emit/picture.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

CairoSurface white_image(int width, int height) {
    CairoSurface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const CairoContext cairo(cairo_create(image.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    return image;
}

TEST(EncodePng, KeepsPixelsExactly) {
    const CairoSurface image = white_image(3, 2);
    const CairoContext cairo(cairo_create(image.get()));
    cairo_set_source_rgb(cairo.get(), 1, 128 / 255.0, 0);
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

}  // namespace
}  // namespace broadside::emit
