#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "broadside/emit/formats.hpp"
#include "broadside/load/load.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/picture.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"

/// Icons as exporters write them, one trait in each, against librsvg: in files of every format of
/// pages, on paper and on a fill.
namespace broadside::emit {
namespace {

constexpr int kSide = 64;

/// A page of 64 pixels at 96 ppi that shows nothing but the drawing.
scene::Scene page_of(const DrawingRef& drawing, Colour ground) {
    const Pt side(kSide * 0.75);
    const Rect page{Pt(0), Pt(0), side, side};
    return test::one_page(side, side,
                          {test::begin(scene::Role::Background), scene::FillRect{page, ground},
                           scene::EndGroup{}, test::begin(scene::Role::Figure, {}, "icon"),
                           scene::DrawSymbol{page, drawing, {}}, scene::EndGroup{}});
}

test::Picture picture_of(std::string_view command, const std::string& bytes) {
    return test::decode_png(test::run_tool(std::string(command), bytes).text);
}

/// One of each square of pixels. Poppler widens what is drawn to whole pixels: finer ones are
/// taken together.
test::Picture shrunk(const test::Picture& fine, std::size_t factor) {
    test::Picture picture{fine.width / factor, fine.height / factor, {}};
    for (std::size_t y = 0; y < picture.height; ++y) {
        for (std::size_t x = 0; x < 3 * picture.width; ++x) {
            std::size_t sum = 0;
            for (std::size_t i = 0; i < factor * factor; ++i)
                sum += fine.rgb.at(
                    3 * ((y * factor + i / factor) * fine.width + x / 3 * factor + i % factor) +
                    x % 3);
            picture.rgb.push_back(static_cast<std::uint8_t>(sum / (factor * factor)));
        }
    }
    return picture;
}

TEST(Icons, AreDrawnAsLibrsvgDrawsThem) {
    for (const char* tool : {"rsvg-convert", "pdftoppm"})
        ASSERT_TRUE(test::has_tool(tool)) << "this test needs " << tool;
    Options options;
    options.ppi = 96;
    std::size_t count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(BROADSIDE_SOURCE_DIR "/tests/fixtures/icons")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const SourceFile source{entry.path().filename(), bytes};
        const auto drawing = load::load_symbol(source, "icon");
        ASSERT_TRUE(drawing.ok()) << to_string(drawing.diagnostics().front());
        for (const Colour ground : {Colour{255, 255, 255}, Colour{0xCC, 0xDD, 0x88}}) {
            SCOPED_TRACE(entry.path().filename().string() + " on " + to_string(ground));
            const auto theirs =
                picture_of("rsvg-convert -b '" + to_string(ground) + "' -w 64 -h 64 {}", bytes);
            const scene::Scene scene = page_of(*drawing, ground);
            const auto in = [&](EmitScene emit) {
                return test::files_of(emit, scene, options, test::cache()).value().at(0);
            };
            EXPECT_LT(test::mean_difference(test::decode_png(in(emit_png)), theirs), 0.5);
            EXPECT_LT(test::mean_difference(picture_of("rsvg-convert -d 96 -p 96 {}", in(emit_svg)),
                                            theirs),
                      0.6);
            const auto pdf = picture_of("pdftoppm -r 384 -png {}", test::pdf_of(scene));
            EXPECT_LT(test::mean_difference(shrunk(pdf, 4), theirs), 3);
        }
        ++count;
    }
    EXPECT_GE(count, 48u);
}

}  // namespace
}  // namespace broadside::emit
