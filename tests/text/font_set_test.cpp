#include "broadside/text/font_set.hpp"

#include <gmock/gmock.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

std::string family_of(FontSet& fonts, std::string_view utf8, std::string_view script,
                      const FontRequest& request = {"Noto Sans"}) {
    const auto characters = decode_utf8(utf8);
    const OpenFont* font = fonts.choose(request, script, "fr", characters);
    return font ? font->face->family : "none";
}

TEST(FontSet, OpensAFaceOnce) {
    FontSet fonts(test::noto_manifest());
    const OpenFont* bold = fonts.find({"Noto Sans", kBoldWeight});
    ASSERT_TRUE(bold);
    EXPECT_EQ(bold->face->weight, kBoldWeight);
    EXPECT_EQ(bold, fonts.find({"Noto Sans", kBoldWeight}));
}

TEST(FontSet, SynthesizesNoStyle) {
    FontSet fonts(test::noto_manifest());
    EXPECT_FALSE(fonts.find({"Noto Sans", 600}));
    EXPECT_FALSE(fonts.find({"Noto Sans Hebrew", kRegularWeight, FontSlant::Italic}));
    EXPECT_FALSE(fonts.find({"Helvetica"}));
}

TEST(FontSet, PrefersTheRequestedFamily) {
    FontSet fonts(test::noto_manifest());
    EXPECT_EQ(family_of(fonts, "a", "Latn"), "Noto Sans");
    EXPECT_EQ(family_of(fonts, "(", "Hebr"), "Noto Sans");
}

TEST(FontSet, ThenTakesAFamilyOfTheScript) {
    FontSet fonts(test::noto_manifest());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr"), "Noto Sans Hebrew");
    EXPECT_EQ(family_of(fonts, "ش", "Arab"), "none");
}

TEST(FontSet, ThenTakesAFamilyOfSymbols) {
    FontSet fonts(test::noto_manifest());
    EXPECT_EQ(family_of(fonts, "\u2212", "Latn"), "Noto Sans Math");
}

TEST(FontSet, DoesNotHideThatTheRequestedFaceIsAbsent) {
    FontSet fonts(test::noto_manifest());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr", {"Helvetica"}), "none");
}

TEST(FindMissingFonts, NamesTheFileAndThePackageOfAFamilyOnce) {
    auto manifest = *test::noto_manifest();
    manifest.families[2].files[0].file = "/nowhere/a.ttf";
    manifest.families[2].files[1].file = "/nowhere/b.ttf";
    const MissingFonts missing = find_missing_fonts(manifest);
    EXPECT_EQ(missing.files, 2u);
    ASSERT_EQ(missing.warnings.size(), 1u);
    EXPECT_EQ(to_string(missing.warnings[0]),
              "/nowhere/a.ttf: warning: cannot read this font file of the family Noto Sans Hebrew\n"
              "  hint: the Debian package fonts-noto-core brings it");
}

TEST(FindMissingFonts, IsSilentWhenNothingIsMissing) {
    EXPECT_TRUE(find_missing_fonts(*test::noto_manifest()).warnings.empty());
}

}  // namespace
}  // namespace broadside::text
