#include "broadside/emit/cache.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/fonts/subset.hpp"
#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"
#include "emit/japanese_scene.hpp"
#include "emit/sample_scene.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

TEST(Cache, ChangesNoByteOfWhatIsDrawnLater) {
    Cache used;
    for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
        Cache fresh;
        const auto first = test::files_of(emit, test::sample_scene(), {}, fresh).value();
        const auto other = test::files_of(emit, test::japanese_scene(), {}, used).value();
        EXPECT_EQ(test::files_of(emit, test::sample_scene(), {}, used).value(), first);
        EXPECT_EQ(test::files_of(emit, test::japanese_scene(), {}, used).value(), other);
        EXPECT_EQ(test::files_of(emit, test::sample_scene(), {}, used).value(), first);
    }
}

TEST(Cache, KeepsNothingOfASizeThatWasDrawnBefore) {
    Cache used;
    Options outlined, few_pixels;
    outlined.svg_text = SvgText::Outline;
    few_pixels.ppi = 5;
    const auto svg = test::files_of(emit_svg, test::sample_scene(), outlined, used).value();
    const auto png = test::files_of(emit_png, test::sample_scene(), {}, used).value();
    const auto pdf = test::files_of(emit_pdf, test::sample_scene(), {}, used).value();
    test::files_of(emit_png, test::sample_scene(), few_pixels, used);
    EXPECT_EQ(test::files_of(emit_svg, test::sample_scene(), outlined, used).value(), svg);
    EXPECT_EQ(test::files_of(emit_png, test::sample_scene(), {}, used).value(), png);
    EXPECT_EQ(test::files_of(emit_pdf, test::sample_scene(), {}, used).value(), pdf);
}

TEST(FontCache, OpensAFaceOnce) {
    FontCache fonts;
    const FontHandles* regular = &fonts.open(*test::regular_face());
    EXPECT_EQ(&fonts.open(*test::regular_face()), regular);
    EXPECT_NE(&fonts.open(*test::bold_face()), regular);
}

TEST(FontCache, GoesByWhatIsInTheFile) {
    FontCache fonts;
    fonts.open(*test::regular_face());
    FontFace replaced = *test::regular_face();
    replaced.bytes = test::bold_face()->bytes;
    EXPECT_EQ(fonts.open(replaced).bytes, test::bold_face()->bytes);
}

}  // namespace
}  // namespace broadside::emit
