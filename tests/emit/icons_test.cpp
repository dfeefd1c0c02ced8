#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "broadside/emit/png/cairo_canvas.hpp"
#include "broadside/load/load.hpp"
#include "emit/picture.hpp"
#include "emit/tool.hpp"

/// Icons as exporters write them, one trait in each, against librsvg.
namespace broadside::emit {
namespace {

constexpr int kSide = 64;

test::Picture drawn(const DrawingRef& drawing) {
    const CairoSurface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kSide, kSide));
    const CairoContext cairo(cairo_create(image.get()));
    fill_rect(cairo.get(), {Pt(0), Pt(0), Pt(kSide), Pt(kSide)}, {255, 255, 255});
    draw_symbol(cairo.get(), {{Pt(0), Pt(0), Pt(kSide), Pt(kSide)}, drawing, {}});
    cairo_surface_flush(image.get());
    test::Picture picture{kSide, kSide, {}};
    const unsigned char* data = cairo_image_surface_get_data(image.get());
    for (int i = 0; i < kSide * kSide; ++i) {
        const auto pixel = reinterpret_cast<const std::uint32_t*>(data)[i];
        for (const unsigned shift : {16u, 8u, 0u})
            picture.rgb.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xFFu));
    }
    return picture;
}

TEST(Icons, AreDrawnAsLibrsvgDrawsThem) {
    ASSERT_TRUE(test::has_tool("rsvg-convert")) << "this test needs rsvg-convert";
    std::size_t count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(BROADSIDE_SOURCE_DIR "/tests/fixtures/icons")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const SourceFile source{entry.path().filename(), bytes};
        const auto drawing = load::load_symbol(source, "icon");
        ASSERT_TRUE(drawing.ok()) << to_string(drawing.diagnostics().front());
        const auto png = test::run_tool("rsvg-convert -b white -w 64 -h 64 {}", bytes).text;
        EXPECT_LT(test::mean_difference(drawn(*drawing), test::decode_png(png)), 0.5)
            << entry.path().filename();
        ++count;
    }
    EXPECT_GE(count, 48u);
}

}  // namespace
}  // namespace broadside::emit
