#include "broadside/emit/png/cairo_canvas.hpp"

#include <gtest/gtest.h>

#include "emit/emitting.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

CairoSurface empty_image() {
    EXPECT_TRUE(load_cairo().empty());
    return CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 40));
}

std::uint32_t pixel(cairo_surface_t* image, int x, int y) {
    cairo_surface_flush(image);
    const unsigned char* row =
        cairo_image_surface_get_data(image) + y * cairo_image_surface_get_stride(image);
    return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFFu;
}

TEST(DrawShapes, FillsByTheShapesRule) {
    Shape ring;
    ring.path = {MoveTo{{0, 0}},   LineTo{{30, 0}},  LineTo{{30, 30}}, LineTo{{0, 30}},
                 ClosePath{},      MoveTo{{10, 10}}, LineTo{{20, 10}}, LineTo{{20, 20}},
                 LineTo{{10, 20}}, ClosePath{}};
    ring.fill = CurrentColour{};
    ring.fill_rule = FillRule::EvenOdd;
    const CairoSurface image = empty_image();
    const CairoContext cairo(cairo_create(image.get()));
    draw_shapes(cairo.get(), Drawing{"ring", 30, 30, {ring}}, {0, 0xFF, 0});
    EXPECT_EQ(pixel(image.get(), 5, 5), 0x00FF00u);
    EXPECT_EQ(pixel(image.get(), 15, 15), 0u);
}

TEST(DrawSymbol, StaysUndistortedInABoxOfAnotherShape) {
    Shape square;
    square.path = {MoveTo{{0, 0}}, LineTo{{10, 0}}, LineTo{{10, 10}}, LineTo{{0, 10}}, ClosePath{}};
    square.fill = Colour{0xFF, 0, 0};
    const auto drawing = std::make_shared<const Drawing>(Drawing{"square", 10, 10, {square}});
    const CairoSurface image = empty_image();
    const CairoContext cairo(cairo_create(image.get()));
    draw_symbol(cairo.get(), {{Pt(0), Pt(0), Pt(40), Pt(20)}, drawing, {}});
    EXPECT_EQ(pixel(image.get(), 20, 10), 0xFF0000u);
    EXPECT_EQ(pixel(image.get(), 5, 10), 0u);
}

/// Pixman counts in 16 bits: a short gradient at the far end of a large page came out empty.
TEST(DrawSymbol, HasGradientsFarOutOnThePage) {
    Gradient gradient;
    gradient.to_drawing = {0.05, 0, 0, 0.05, 12, 0};
    gradient.stops = {{0, {0xFF, 0, 0}}, {1, {0, 0, 0xFF}}};
    const auto square = filled(rectangle(0, 0, 24, 24), std::make_shared<const Gradient>(gradient));
    const auto drawing = std::make_shared<const Drawing>(Drawing{"edge", 24, 24, {square}});
    ASSERT_TRUE(load_cairo().empty());
    const CairoSurface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 9000, 20));
    const CairoContext cairo(cairo_create(image.get()));
    draw_symbol(cairo.get(), {{Pt(8950), Pt(0), Pt(12), Pt(12)}, drawing, {}});
    ASSERT_EQ(cairo_status(cairo.get()), CAIRO_STATUS_SUCCESS);
    EXPECT_EQ(pixel(image.get(), 8953, 6), 0xFF0000u);
    EXPECT_EQ(pixel(image.get(), 8959, 6), 0x0000FFu);
}

TEST(SelectGlyphs, PutsGlyphsAtTheirPlaceOnThePage) {
    const scene::DrawText line = test::text_line(Pt(3), Pt(20), "ab");
    const CairoFaces faces = cairo_faces(
        open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts).value());
    const CairoSurface image = empty_image();
    const CairoContext cairo(cairo_create(image.get()));
    const CairoFace& face = select_face(cairo.get(), line.lines[0].runs[0], faces);
    const auto glyphs = placed_glyphs(line.lines[0].runs[0], face);
    ASSERT_EQ(glyphs.size(), 2u);
    EXPECT_DOUBLE_EQ(glyphs[0].x, 3);
    EXPECT_DOUBLE_EQ(glyphs[1].x, 3 + 5.61);
    EXPECT_DOUBLE_EQ(glyphs[1].y, 20);
}

}  // namespace
}  // namespace broadside::emit
