#include "broadside/emit/cache.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/pdf.hpp"
#include "broadside/emit/png.hpp"
#include "broadside/emit/svg.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/sample_scene.hpp"

namespace broadside::emit {
namespace {

TEST(Cache, ChangesNoByteOfWhatIsDrawnLater) {
    Cache used;
    for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
        Cache fresh;
        const auto first = emit(test::sample_scene(), {}, fresh).value();
        const auto other = emit(test::japanese_scene(), {}, used).value();
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
        EXPECT_EQ(emit(test::japanese_scene(), {}, used).value(), other);
        EXPECT_EQ(emit(test::sample_scene(), {}, used).value(), first);
    }
}

TEST(Cache, KeepsNothingOfASizeThatWasDrawnBefore) {
    Cache used;
    Options outlined, few_pixels;
    outlined.svg_text = SvgText::Outline;
    few_pixels.ppi = 5;
    const auto svg = emit_svg(test::sample_scene(), outlined, used).value();
    const auto png = emit_png(test::sample_scene(), {}, used).value();
    const auto pdf = emit_pdf(test::sample_scene(), {}, used).value();
    emit_png(test::sample_scene(), few_pixels, used);
    EXPECT_EQ(emit_svg(test::sample_scene(), outlined, used).value(), svg);
    EXPECT_EQ(emit_png(test::sample_scene(), {}, used).value(), png);
    EXPECT_EQ(emit_pdf(test::sample_scene(), {}, used).value(), pdf);
}

}  // namespace
}  // namespace broadside::emit
