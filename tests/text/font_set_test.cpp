#include "broadside/text/font_set.hpp"

#include <gmock/gmock.h>

#include "text/test_fonts.hpp"

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string family_of(FontSet& fonts, std::string_view utf8, std::string_view script,
                      const FontRequest& request = {"Noto Sans"}) {
    const auto characters = unicode::characters_of(utf8);
    const OpenFont* font =
        fonts.choose(request, {script, "fr", characters}, FirstAsked::Requested).font;
    return font ? font->face->family : "none";
}

TEST(FontSet, OpensAFaceOnce) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    const OpenFont* bold = fonts.find({"Noto Sans", kBoldWeight});
    ASSERT_TRUE(bold);
    EXPECT_EQ(bold->face->weight, kBoldWeight);
    EXPECT_EQ(bold, fonts.find({"Noto Sans", kBoldWeight}));
}

TEST(FontSet, SynthesizesNoStyle) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    EXPECT_FALSE(fonts.find({"Noto Sans", 600}));
    EXPECT_FALSE(fonts.find({"Noto Sans Hebrew", kRegularWeight, FontSlant::Italic}));
    EXPECT_FALSE(fonts.find({"Helvetica"}));
}

TEST(FontSet, PrefersTheRequestedFamily) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "a", "Latn"), "Noto Sans");
    EXPECT_EQ(family_of(fonts, "(", "Hebr"), "Noto Sans");
}

TEST(FontSet, ThenTakesAFamilyOfTheScript) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr"), "Noto Sans Hebrew");
    EXPECT_EQ(family_of(fonts, "ش", "Arab"), "none");
}

TEST(FontSet, ThenTakesAFamilyOfSymbols) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "\u2212", "Latn"), "Noto Sans Math");
}

TEST(FontSet, PrefersAFamilyThatHasTheWeightOfASign) {
    auto manifest = test::noto_manifest();
    manifest->families.push_back(test::noto_family("Noto Sans Devanagari", {"Deva"},
                                                   "NotoSansDevanagari", test::Italics::None));
    FontSet fonts(manifest, std::make_shared<FontFiles>());
    const FontRequest bold{"Noto Sans", kBoldWeight};
    EXPECT_EQ(family_of(fonts, "\u2212", "Latn", bold), "Noto Sans Devanagari");
    EXPECT_EQ(family_of(fonts, "\u2265", "Latn", bold), "Noto Sans Math") << "for want of any";
    EXPECT_EQ(family_of(fonts, "\u2212", "Latn"), "Noto Sans Math");
    manifest->families.back().files[1].file = "/nowhere/bold.ttf";
    FontSet without(manifest, std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(without, "\u2212", "Latn", bold), "Noto Sans Math");
    EXPECT_THAT(without.take_unreadable(), IsEmpty()) << "nobody needs it";
}

TEST(FontSet, AsksEveryFamilyBeforeItGivesUp) {
    FontSet fonts(test::noto_manifest_with_han(), std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "①", "Zyyy"), "Jpan");
    EXPECT_EQ(family_of(fonts, "①", "Latn", {"Noto Sans", kBoldWeight}), "none")
        << "a regular face is no bold one";
}

TEST(FontSet, TellsApartWhatItCouldNotAskAndWhatOthersStoodInFor) {
    auto manifest = test::noto_manifest_with_han();
    manifest->families[3].files[0].file = "/nowhere/japanese.ttc";
    FontSet fonts(manifest, std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "①", "Zyyy"), "Kore");
    EXPECT_EQ(fonts.take_unreadable().at(0).file, "/nowhere/japanese.ttc");
    EXPECT_EQ(family_of(fonts, "\U0001F9FF", "Zyyy"), "none");
    EXPECT_THAT(fonts.take_unreadable(), IsEmpty());
    EXPECT_EQ(fonts.take_unasked().at(0).file, "/nowhere/japanese.ttc");
}

TEST(FontSet, DoesNotHideThatTheRequestedFaceIsAbsent) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr", {"Helvetica"}), "none");
}

TEST(FontSet, PutsFamiliesOfTheScriptFirstWhenAsked) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    const FontRequest asked{"Noto Sans"};
    const auto family = [&](std::string_view utf8, std::string_view script) {
        const auto characters = unicode::characters_of(utf8);
        const OpenFont* font =
            fonts.choose(asked, {script, "he", characters}, FirstAsked::OfScript).font;
        return font ? font->face->family : "none";
    };
    EXPECT_EQ(family(" ", "Hebr"), "Noto Sans Hebrew");
    EXPECT_EQ(family("a", "Hebr"), "Noto Sans");
    EXPECT_EQ(family("ش", "Hebr"), "none");
}

TEST(FontSet, TellsOnceOfAFileThatATextNeedsAndThatCannotBeRead) {
    auto manifest = test::noto_manifest();
    manifest->families[2].files[0].file = "/nowhere/hebrew.ttf";
    FontSet fonts(manifest, std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "a", "Latn"), "Noto Sans");
    EXPECT_THAT(fonts.take_unreadable(), IsEmpty());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr"), "none");
    EXPECT_EQ(family_of(fonts, "ב", "Hebr"), "none");
    EXPECT_THAT(fonts.take_unreadable(),
                ElementsAre(UnreadableFile{
                    "/nowhere/hebrew.ttf", "fonts-noto-core", "No such file or directory", {}}));
    EXPECT_THAT(fonts.take_unreadable(), IsEmpty());
}

TEST(FontSet, TellsOfAFileThatAnotherFamilyStandsInFor) {
    auto manifest = test::noto_manifest();
    FontFamily first = manifest->families[2];
    first.family = "First Hebrew";
    first.files[0].file = "/nowhere/first.ttf";
    manifest->families.insert(manifest->families.begin(), first);
    FontSet fonts(manifest, std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(fonts, "ש", "Hebr"), "Noto Sans Hebrew");
    EXPECT_EQ(fonts.take_unreadable().at(0).file, "/nowhere/first.ttf");
}

}  // namespace
}  // namespace broadside::text
