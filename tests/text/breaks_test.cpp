#include "broadside/text/breaks.hpp"

#include <gmock/gmock.h>

#include <string>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

/// The text with `|` where a line may end, `~` where it may in an emergency, `=` where it may with
/// a hyphen, `!` where it must.
std::string marked(const Paragraph& paragraph, const std::vector<Break>& breaks) {
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const Character& character = paragraph.characters[i];
        if (character.code != U'\u00ad' && character.code != U'\n') {
            shown += paragraph.utf8.substr(character.begin, character.size);
        }
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Emergency) shown += '~';
        if (breaks[i] == Break::Hyphen) shown += '=';
        if (breaks[i] == Break::Mandatory) shown += '!';
    }
    return shown;
}

std::string marked(std::string_view utf8, std::string_view language = "fr") {
    const Paragraph paragraph = join_spans({{utf8, {}}});
    return marked(paragraph, find_breaks(paragraph, language));
}

std::string hyphenated(std::string_view utf8, std::string_view language = "fr") {
    Hyphenator hyphenator(test::noto_manifest());
    const Paragraph paragraph = join_spans({{utf8, {}}});
    std::vector<Break> breaks = find_breaks(paragraph, language);
    add_hyphens(breaks, paragraph, language, hyphenator);
    return marked(paragraph, breaks);
}

TEST(FindBreaks, AllowsThemAfterSpacesAndInnerHyphens) {
    EXPECT_EQ(marked("un  vis-à-vis"), "un  |vis-|à-|vis!");
}

TEST(FindBreaks, EndsALineAtEveryLineFeed) { EXPECT_EQ(marked("a b\n\nc"), "a |b!!c!"); }

TEST(FindBreaks, HoldsNoteMarksAndPunctuationWithTheirWord) {
    EXPECT_EQ(marked("Signal\u202fS oui\u00a0:"), "Signal\u202fS |oui\u00a0:!");
    EXPECT_EQ(marked("a \u202f1"), "a \u202f1!");
}

TEST(FindBreaks, HoldsTheHyphenThatBeginsAWord) {
    EXPECT_EQ(marked("un -sans- mot"), "un |-sans- |mot!");
    EXPECT_EQ(marked("broadside --lang fr (-sans-)"), "broadside |--lang |fr |(-sans-)!");
}

TEST(FindBreaks, PartsNoWordWhoseHyphenWouldBeRepeated) {
    EXPECT_EQ(marked("código-fonte -sem- 2-3", "pt-BR"), "código-~fonte |-sem- |2-3!");
    EXPECT_EQ(marked("end-to-end", "pl"), "end-~to-~end!");
    EXPECT_EQ(marked("Ende-zu-Ende", "de"), "Ende-|zu-|Ende!");
}

TEST(FindBreaks, BreaksAddressesAfterSlashesOnly) {
    EXPECT_EQ(marked("https://www.freie-messenger.de/warumnicht/a-b?c=d"),
              "https://www.freie-messenger.de/|warumnicht/|a-b?c=d!");
    EXPECT_EQ(marked("voir joinjabber.org/fr/ ici"), "voir |joinjabber.org/|fr/ |ici!");
}

TEST(FindBreaks, TurnsSoftHyphensIntoHyphens) {
    EXPECT_EQ(marked("chiffre\u00adment"), "chiffre=ment!");
}

TEST(FindBreaks, KnowsLanguagesWithoutSpaces) {
    EXPECT_EQ(marked("加密。不好", "zh"), "加|密。|不~好!");
}

TEST(FindBreaks, BreaksThaiBetweenWordsOfTheDictionary) {
    EXPECT_EQ(marked("การเข้ารหัส ซอฟต์แวร์เสรี", "th"), "การ|เข้า|รหัส |ซอฟต์แวร์|เสรี!");
    EXPECT_EQ(marked("การ\u2060เข้ารหัส", "th"), "การ\u2060เข้า|รหัส!");
}

TEST(FindBreaks, PartsNoSyllableOfDevanagari) {
    EXPECT_EQ(marked("एंड-टू-एंड एन्क्रिप्शन", "hi"), "एंड-|टू-|एंड |एन्क्रिप्शन!");
}

TEST(FindBreaks, SaysNothingOfAnEmptyText) { EXPECT_EQ(marked(""), ""); }

TEST(AddHyphens, PartsTheWordsOfALanguage) {
    EXPECT_EQ(hyphenated("pas de chiffrement, (l'ordinateur)"),
              "pas |de |chif=fre=ment, |(l'or=di=na=teur)!");
}

TEST(AddHyphens, PartsGermanCompoundsAtTheirSeamsAndSyllables) {
    EXPECT_EQ(hyphenated("Ende-zu-Ende-Verschlüsselung", "de"),
              "Ende-|zu-|Ende-|Ver=schlüs=se=lung!");
    EXPECT_EQ(hyphenated("(serverseitigen) Rechteinhaber", "de"),
              "(ser=ver=sei=ti=gen) |Rech=te=in=ha=ber!");
}

TEST(AddHyphens, LeavesAddressesAndNamesWhole) {
    EXPECT_EQ(hyphenated("https://messagerie.org/chiffrement"),
              "https://messagerie.org/|chiffrement!");
    EXPECT_EQ(hyphenated("freie-messenger.de", "de"), "freie-|messenger.de!");
}

TEST(AddHyphens, LeavesTheAuthorsSoftHyphensAlone) {
    EXPECT_EQ(hyphenated("chiffre\u00adment"), "chiffre=ment!");
}

}  // namespace
}  // namespace broadside::text
