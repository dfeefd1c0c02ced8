#include "broadside/text/hyphenate.hpp"

#include <gmock/gmock.h>

#include "broadside/unicode/utf8.hpp"
#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string parted(std::string_view word, std::string_view language) {
    Hyphenator hyphenator(test::noto_manifest());
    const auto characters = unicode::characters_of(word);
    const unicode::Character* begin = characters.data();
    std::string shown(word);
    const auto points = hyphenator.hyphenate(begin, begin + characters.size(), language);
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        shown.insert(characters[*point].begin, "-");
    }
    return shown;
}

TEST(Hyphenator, PartsWordsAsTheirLanguageDoes) {
    EXPECT_EQ(parted("chiffrement", "fr"), "chif-fre-ment");
    EXPECT_EQ(parted("hyphenation", "en"), "hy-phen-ation");
    EXPECT_EQ(parted("Verschlüsselung", "de"), "Ver-schlüs-se-lung");
}

TEST(Hyphenator, CountsCharactersNotBytes) {
    EXPECT_EQ(parted("Réseautage", "fr"), "Ré-seau-tage");
}

TEST(Hyphenator, FallsBackToTheParentLanguage) {
    EXPECT_EQ(parted("Verschlüsselung", "de-AT"), parted("Verschlüsselung", "de"));
}

TEST(Hyphenator, LeavesLanguagesWithoutPatternsWhole) {
    EXPECT_EQ(parted("chiffrement", "it"), "chiffrement");
    EXPECT_EQ(parted("chiffrement", ""), "chiffrement");
}

TEST(Hyphenator, LeavesShortWordsWhole) {
    EXPECT_EQ(parted("base", "fr"), "base");
    EXPECT_EQ(parted("robot", "fr"), "ro-bot");
}

TEST(Hyphenator, KeepsThreeLettersAfterTheHyphen) { EXPECT_EQ(parted("Lampe", "de"), "Lampe"); }

TEST(Hyphenator, LeavesWordsThatTheDictionarysEncodingCannotWriteWhole) {
    EXPECT_EQ(parted("Шифрование", "de"), "Шифрование");
}

TEST(Hyphenator, TellsOfPatternsThatAreListedAndCannotBeRead) {
    auto manifest = test::noto_manifest();
    manifest->hyphenation["fr"].file = "/nowhere/hyph_fr.dic";
    Hyphenator hyphenator(manifest);
    const auto word = unicode::characters_of("chiffrement");
    EXPECT_TRUE(hyphenator.hyphenate(word.data(), word.data() + word.size(), "it").empty());
    EXPECT_FALSE(hyphenator.take_unreadable());
    EXPECT_TRUE(hyphenator.hyphenate(word.data(), word.data() + word.size(), "fr").empty());
    EXPECT_EQ(hyphenator.take_unreadable()->package, "hyphen-fr");
    EXPECT_FALSE(hyphenator.take_unreadable());
}

TEST(Hyphenator, TellsThatPatternsMayBeHadLaterWhereTooManyFilesAreOpen) {
    Hyphenator hyphenator(test::noto_manifest());
    const auto word = unicode::characters_of("chiffrement");
    const test::NoMoreFiles full;
    EXPECT_TRUE(hyphenator.hyphenate(word.data(), word.data() + word.size(), "fr").empty());
    EXPECT_TRUE(hyphenator.take_unreadable()->may_pass);
}

TEST(FindPatterns, LooksForTheLanguageThenForItsParents) {
    FontManifest manifest;
    manifest.hyphenation = {{"pt", {"pt.dic", ""}}, {"pt-BR", {"br.dic", ""}}};
    EXPECT_EQ(find_patterns(manifest, "pt-BR-1990")->file, "br.dic");
    EXPECT_EQ(find_patterns(manifest, "pt-AO")->file, "pt.dic");
    EXPECT_FALSE(find_patterns(manifest, "hi"));
}

TEST(Hyphenator, PartsGermanCompounds) {
    EXPECT_EQ(parted("Netzwerkstruktur", "de"), "Netz-werk-struk-tur");
    EXPECT_EQ(parted("serverseitigen", "de"), "ser-ver-sei-ti-gen");
    EXPECT_EQ(parted("Rechteinhaber", "de"), "Rech-te-in-ha-ber");
    EXPECT_EQ(parted("Schnellübersicht", "de"), "Schnell-über-sicht");
}

std::vector<std::size_t> points(std::string_view dictionary, std::string_view word) {
    return HyphenationPatterns::parse(dictionary)->points(word);
}

TEST(HyphenationPatterns, PartsWhereTheHighestDigitIsOdd) {
    EXPECT_THAT(points("UTF-8\na1b\n", "abab"), ElementsAre(1, 3));
    EXPECT_THAT(points("UTF-8\na1b\na2ba\n", "abab"), ElementsAre(3));
    EXPECT_THAT(points("UTF-8\na1b\na2ba\na3ba1b\n", "abab"), ElementsAre(1, 3));
}

TEST(HyphenationPatterns, LooksOnlyAtTheLongestStretchThatBeginsAPattern) {
    EXPECT_THAT(points("UTF-8\nb1c\nabcx\n", "abcd"), IsEmpty());
    EXPECT_THAT(points("UTF-8\nb1c\nabcx\n", "bcd"), ElementsAre(1));
}

TEST(HyphenationPatterns, TakesTheLastOfEqualPatterns) {
    EXPECT_THAT(points("UTF-8\na1b\na2b\n", "ab"), IsEmpty());
}

TEST(HyphenationPatterns, AnchorsPatternsAtFullStops) {
    EXPECT_THAT(points("UTF-8\n.a1b\n", "abab"), ElementsAre(1));
    EXPECT_THAT(points("UTF-8\na1b.\n", "abab"), ElementsAre(3));
}

TEST(HyphenationPatterns, SkipsCommentsSettingsAndRespellings) {
    EXPECT_THAT(
        points("UTF-8\n# 1b\n% 1b\nLEFTHYPHENMIN 2\nNOHYPHEN 1\na1b/bb=b,1,2\nb1a\r\n", "abab"),
        ElementsAre(2));
}

TEST(HyphenationPatterns, ReadsOtherEncodings) {
    EXPECT_THAT(points("ISO8859-1\n\xE4"
                       "1b\n",
                       "äb"),
                ElementsAre(2));
    EXPECT_FALSE(HyphenationPatterns::parse("MARTIAN\na1b\n"));
}

TEST(HyphenationPatterns, PartsTheComponentsOfACompound) {
    const char* dictionary = "UTF-8\nhaus1tür\nNEXTLEVEL\n.tü1r\nu1s\n";
    EXPECT_THAT(points(dictionary, "haustür"), ElementsAre(4));
    EXPECT_THAT(points("UTF-8\nab1cd\nNEXTLEVEL\n.cd1e\n", "abcdef"), ElementsAre(2, 4));
}

TEST(HyphenationPatterns, SurvivesAnEmptyFile) { EXPECT_THAT(points("UTF-8", "abab"), IsEmpty()); }

}  // namespace
}  // namespace broadside::text
