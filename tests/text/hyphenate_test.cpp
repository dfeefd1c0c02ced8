#include "broadside/text/hyphenate.hpp"

#include <gmock/gmock.h>

#include "text/test_fonts.hpp"

#include "broadside/unicode/utf8.hpp"

namespace broadside::text {
namespace {

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

}  // namespace
}  // namespace broadside::text
