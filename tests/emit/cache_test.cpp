#include "broadside/emit/cache.hpp"

#include <gtest/gtest.h>

#include "broadside/emit/fonts/faces.hpp"
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

TEST(FontCache, KeepsWhatWasDrawnLastOfAFileWithTheseGlyphs) {
    FontCache fonts;
    const auto opened = [&fonts](const char* text) {
        const auto scene = test::one_page(Pt(10), Pt(10), {test::text_line(Pt(0), Pt(10), text)});
        return open_faces(scene, fonts).value().begin()->second.subset;
    };
    const auto subset = opened("ab");
    EXPECT_EQ(opened("ba"), subset);
    EXPECT_NE(opened("abc"), subset);
    EXPECT_NE(opened("ac"), subset);
    FontFace replaced = *test::regular_face();
    replaced.bytes = test::bold_face()->bytes;
    fonts.open(replaced);
    EXPECT_EQ(fonts.kept(replaced, {}), nullptr);
}

TEST(DeflatedStreams, AreThoseOfTheirBytesHoweverManyThereWere) {
    DeflatedStreams streams;
    std::string noise;  // which no deflating makes shorter
    for (std::uint32_t number = 1; noise.size() < 1 << 18; number = number * 1664525 + 1013904223)
        noise += static_cast<char>(number >> 24);
    for (int round = 0; round < 2; ++round) {
        for (char first = 'a'; first < 'p'; ++first) {
            noise.front() = first;
            EXPECT_EQ(streams.of(noise), deflated(noise));
        }
    }
}

}  // namespace
}  // namespace broadside::emit
