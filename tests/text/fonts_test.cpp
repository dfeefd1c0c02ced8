
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/text/font_set.hpp"
#include "broadside/text/script_order.hpp"
#include "broadside/unicode/utf8.hpp"
#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::unique_ptr<const OpenFont> open_regular() {
    return test::opened(test::noto_manifest()->families[0]).font;
}

TEST(OpenFont, SaysWhichFaceOfWhichFileItIs) {
    const auto font = open_regular();
    ASSERT_TRUE(font);
    EXPECT_EQ(font->face->family, "Noto Sans");
    EXPECT_EQ(font->face->weight, kRegularWeight);
    EXPECT_EQ(font->face->file, "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
}

TEST(OpenFont, CoversWhatItCanShow) {
    const auto font = open_regular();
    EXPECT_TRUE(font->covers(U'é'));
    EXPECT_TRUE(font->covers(U'\u202f'));
    EXPECT_TRUE(font->covers(U'\u2011'));
    EXPECT_TRUE(font->covers(U'\n'));
    EXPECT_FALSE(font->covers(U'\u2212'));
    EXPECT_FALSE(font->covers(U'ש'));
}

TEST(OpenFont, KnowsItsHyphen) {
    const auto font = open_regular();
    EXPECT_NE(font->hyphen.id, 0u);
    EXPECT_NEAR(font->hyphen.advance, 0.322, 0.001);
}

TEST(OpenFont, ScalesLengthsButNotTheFacesOwnMetrics) {
    FontFamily family = test::noto_manifest()->families[0];
    const auto full = test::opened(family).font;
    family.scale = 0.5;
    const auto half = test::opened(family).font;
    EXPECT_DOUBLE_EQ(half->units_per_em, full->units_per_em * 2);
    EXPECT_DOUBLE_EQ(half->hyphen.advance, full->hyphen.advance / 2);
    EXPECT_DOUBLE_EQ(half->face->scale, 0.5);
    EXPECT_DOUBLE_EQ(half->face->metrics.ascent, full->face->metrics.ascent);
}

std::string why_not(std::string bytes, int index = 0) {
    FontFile file;
    file.index = index;
    return open_font({}, file, std::make_shared<const std::string>(std::move(bytes))).why;
}

TEST(OpenFont, SaysWhyAFileIsNoFont) {
    EXPECT_EQ(why_not(""), "it is no OpenType font");
    EXPECT_EQ(why_not("cmake_minimum_required(VERSION 3.25)"), "it is no OpenType font");
    const std::string regular = *open_regular()->face->bytes;
    EXPECT_EQ(why_not(regular, 7), "it has no face 7: its faces end at 0");
    EXPECT_EQ(why_not(regular.substr(0, 100)), "it is no OpenType font");
    EXPECT_EQ(why_not(regular.substr(0, 300)),
              "it lacks the tables of a font, or they are cut off");
}

/// The place of a table in a font file.
std::size_t place_of(std::string_view tag, std::string_view font) {
    const std::size_t record = font.find(tag, 12);
    std::size_t place = 0;
    for (std::size_t i = 8; i < 12; ++i)
        place = place << 8 | static_cast<unsigned char>(font[record + i]);
    return place;
}

TEST(OpenFont, RefusesTablesThatContradictEachOther) {
    const std::string regular = *open_regular()->face->bytes;
    const auto with = [&](std::string_view tag, std::size_t offset, std::string_view bytes) {
        std::string damaged = regular;
        damaged.replace(place_of(tag, regular) + offset, bytes.size(), bytes);
        return why_not(std::move(damaged));
    };
    EXPECT_EQ(with("head", 18, std::string(2, '\0')), "its table \"head\" is damaged");
    EXPECT_EQ(with("maxp", 4, std::string(2, '\0')), "it has no glyphs");
    EXPECT_EQ(with("hhea", 34, "\xFF\xFF"),
              "its tables \"hhea\" and \"maxp\" contradict each other");
    EXPECT_EQ(with("loca", 40, "\xFF\xFF\xFF\xFF"),
              "its tables \"loca\" and \"glyf\" contradict each other");
    EXPECT_EQ(with("hhea", 4, "\x7F\xFF"), "its metrics reach 33 em");
}

TEST(FaceMetrics, ReadsTheTablesOfTheFont) {
    const FontFamily family = test::noto_manifest()->families[0];
    const auto font = test::opened(family).font;
    const FontMetrics metrics = read_metrics(font->font.get());
    EXPECT_NEAR(metrics.ascent, 1.069, 1e-9);
    EXPECT_NEAR(metrics.descent, 0.293, 1e-9);
    EXPECT_NEAR(metrics.cap_height, 0.714, 1e-9);
    EXPECT_NEAR(metrics.x_height, 0.536, 1e-9);
}

TEST(FaceMetrics, FallsBackToUsualValuesWithoutTables) {
    const HarfBuzzFont empty(hb_font_create(hb_face_get_empty()));
    EXPECT_NEAR(read_metrics(empty.get()).cap_height, 0.7, 1e-9);
    EXPECT_NEAR(read_metrics(empty.get()).ascent, 0.8, 1e-9);
}

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
    manifest->families.back().scripts = {"Zmth"};
    FontSet without_signs(manifest, std::make_shared<FontFiles>());
    EXPECT_EQ(family_of(without_signs, "\u2265", "Latn", bold), "Noto Sans Math");
    EXPECT_THAT(without_signs.take_unreadable(), testing::SizeIs(1))
        << "it may have the sign in bold";
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

TEST(FontSet, TellsThatAFileMayBeHadLaterWhereTooManyAreOpen) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    const test::NoMoreFiles full;
    EXPECT_EQ(family_of(fonts, "ש", "Hebr"), "none");
    const UnreadableFile problem = fonts.take_unreadable().at(0);
    EXPECT_EQ(problem.package, "");
    EXPECT_EQ(to_diagnostic(problem).kind, Diagnostic::Kind::Passing);
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

std::vector<std::string> first_codes(std::size_t count, std::string_view script,
                                     std::string_view language) {
    std::vector<std::string> order = script_order(script, language);
    order.resize(std::min(count, order.size()));
    return order;
}

TEST(ScriptOrder, AsksForTheScriptThenForSymbols) {
    EXPECT_THAT(script_order("Arab", "ar"), ElementsAre("Arab", "Zmth", "Zsym", "Zyyy"));
    EXPECT_THAT(script_order("Zyyy", "und"), ElementsAre("Zyyy", "Zmth", "Zsym"));
}

TEST(ScriptOrder, DrawsHanAsTheLanguageDoes) {
    EXPECT_EQ(script_order("Hani", "ja").front(), "Jpan");
    EXPECT_EQ(script_order("Hani", "ko-KR").front(), "Kore");
    EXPECT_EQ(script_order("Hani", "zh").front(), "Hans");
    EXPECT_EQ(script_order("Hani", "zh-TW").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "zh-Hant").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "ja-Latn").front(), "Jpan");
    EXPECT_EQ(script_order("Hani", "yue").front(), "Hant");
    EXPECT_EQ(script_order("Hani", "de").front(), "Hans");
}

TEST(ScriptOrder, FindsKanaAndHangulInTheFamiliesOfTheirLanguages) {
    EXPECT_THAT(first_codes(2, "Hira", "ja"), ElementsAre("Hira", "Jpan"));
    EXPECT_THAT(first_codes(2, "Hang", "ko"), ElementsAre("Hang", "Kore"));
}

TEST(ScriptOrder, LetsTextsOfEastAsiaTakeAnyCharacterFromTheirOwnFace) {
    EXPECT_THAT(first_codes(2, "Latn", "zh-Hant"), ElementsAre("Latn", "Hant"));
    EXPECT_THAT(first_codes(2, "Zyyy", "ja"), ElementsAre("Zyyy", "Jpan"));
}

TEST(ScriptOrder, EndsWithTheScriptsOfTheLanguage) {
    EXPECT_EQ(script_order("Latn", "ar").back(), "Arab");
    EXPECT_EQ(script_order("Latn", "hi").back(), "Deva");
    EXPECT_EQ(script_order("Latn", "fa-AF").back(), "Arab");
    EXPECT_EQ(script_order("Latn", "und").back(), "Zyyy");
}

}  // namespace
}  // namespace broadside::text
