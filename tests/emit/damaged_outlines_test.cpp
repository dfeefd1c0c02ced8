#include <gtest/gtest.h>

#include "broadside/emit/fonts/subset.hpp"
#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"
#include "emit/japanese_scene.hpp"
#include "support/font_mutations.hpp"

namespace broadside::emit {
namespace {

/// Three Han characters in a font of a kilobyte, with PostScript outlines.
struct SmallFont {
    scene::Scene scene = test::japanese_scene();
    std::string bytes;

    SmallFont() {
        std::set<std::uint32_t> glyphs;
        for (const RunGlyph& glyph : run().glyphs.glyphs) glyphs.insert(glyph.id);
        const FontHandles handles = open_for_subsetting(*run().glyphs.font);
        const FontSubset subset = subset_font(handles.harfbuzz.get(), glyphs).value();
        for (RunGlyph& glyph : run().glyphs.glyphs) glyph.id = subset.glyphs.at(glyph.id);
        bytes = subset.file;
    }

    scene::Run& run() { return std::get<scene::DrawText>(scene.pages[0].ops[0]).lines[0].runs[0]; }

    /// How many of the three formats can be drawn with these bytes.
    int formats_with(std::string font) {
        FontFace face = *run().glyphs.font;
        face.index = 0;
        face.bytes = std::make_shared<const std::string>(std::move(font));
        run().glyphs.font = std::make_shared<const FontFace>(std::move(face));
        Options options;
        options.ppi = 40;
        options.svg_text = SvgText::Outline;
        int formats = 0;
        for (const auto emit : {emit_pdf, emit_png, emit_svg}) {
            Cache cache;
            const auto files = test::files_of(emit, scene, options, cache);
            EXPECT_NE(files.ok(), has_errors(files.diagnostics()));
            if (files) ++formats;
        }
        return formats;
    }
};

TEST(DamagedOutlines, GiveFilesOrErrors) {
    SmallFont font;
    testing::FontMutations mutations(font.bytes);
    EXPECT_EQ(font.formats_with(font.bytes), 3);
    int drawn = 0;
    for (std::uint32_t number = 1; number <= 200; ++number)
        drawn += font.formats_with(mutations.mutated(number));
    EXPECT_GT(drawn, 100);
    EXPECT_LT(drawn, 600);
}

TEST(DamagedOutlines, AreRefusedWhereCairoWouldGoNowhere) {
    SmallFont font;
    const std::size_t ros = font.bytes.find("\x0C\x1E");
    ASSERT_NE(ros, std::string::npos);
    font.bytes[ros + 1] = 0;  // what is no font of CIDs needs a private dictionary
    EXPECT_EQ(font.formats_with(font.bytes), 0);
}

}  // namespace
}  // namespace broadside::emit
