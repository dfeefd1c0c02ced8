#include "broadside/text/breaks.hpp"

#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "broadside/unicode/utf8.hpp"
#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using ::testing::ElementsAre;

/// The text with `|` where a line may end, `~` where it may in an emergency, `&` after a word that
/// leans on the next, `=` where it may with a hyphen, `!` where it must.
std::string marked(const Paragraph& paragraph, const std::vector<Break>& breaks) {
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const unicode::Character& character = paragraph.characters[i];
        if (character.code != U'\u00ad' && character.code != U'\n') {
            shown += paragraph.utf8.substr(character.begin, character.size);
        }
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Emergency) shown += '~';
        if (breaks[i] == Break::Leaning) shown += '&';
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

TEST(FindBreaks, LeavesNoUnitToTheNextLine) {
    EXPECT_EQ(marked("Lunch, €"), "Lunch, ~€!");
    EXPECT_EQ(marked("about 5 % of it"), "about |5 ~% |of |it!");
    EXPECT_EQ(marked("it costs €5 or $ 5"), "it |costs |€5 &or |$ ~5!");
}

TEST(FindBreaks, LeavesFiguresWithWhatTheyCount) {
    EXPECT_EQ(marked("in 7 days"), "in |7 &days!");
    EXPECT_EQ(marked("am 12. Mai"), "am |12. &Mai!");
    EXPECT_EQ(marked("in 2026. Und"), "in |2026. |Und!");
    EXPECT_EQ(marked("de 55 à 69 ans"), "de |55 &à |69 &ans!");
    EXPECT_EQ(marked("over 300 minutes"), "over |300 &minutes!");
    EXPECT_EQ(marked("over 300 pregnancies"), "over |300 |pregnancies!");
    EXPECT_EQ(marked("le 7 septembre"), "le |7 &septembre!");
    EXPECT_EQ(marked("A4 (2026)"), "A4 |(2026)!");
}

TEST(FindBreaks, HoldsShortFormsWithASlash) {
    EXPECT_EQ(marked("S/R and n/a, water/wind"), "S/~R |and |n/~a, |water/|wind!");
    EXPECT_EQ(marked("power (kW/kg)"), "power |(kW/~kg)!");
}

TEST(FindBreaks, KeepsTheHyphenOfAnEndingBehindASlash) {
    EXPECT_EQ(marked("Industriekaufmann/-frau"), "Industriekaufmann/|-frau!");
    EXPECT_EQ(marked("Lehrer/-in hier"), "Lehrer/~-in |hier!");
}

TEST(FindBreaks, HoldsWordsInGuillemetsThatASpaceSetsOff) {
    EXPECT_EQ(marked("oui « non » fin"), "oui |« ~non ~» |fin!");
    EXPECT_EQ(marked("das »Wort« hier", "de"), "das |»Wort« |hier!");
    EXPECT_EQ(marked("med »ord» här", "sv"), "med |»ord» |här!");
}

TEST(FindBreaks, PartsShortAddressesLast) {
    EXPECT_EQ(marked("see kfw.de/458, now"), "see |kfw.de/~458, |now!");
}

TEST(FindBreaks, HoldsFiguresAndTheirUnits) {
    EXPECT_EQ(marked("15 mg/kg every 36 h; 1 g"), "15 ~mg/~kg |every |36 ~h; |1 ~g!");
    EXPECT_EQ(marked("nuit (0 h 30-5 h)"), "nuit |(0 ~h ~30-5 ~h)!");
    EXPECT_EQ(marked("Bafang, 80 Nm at 2 W/(m²·K)"), "Bafang, |80 ~Nm |at |2 ~W/~(m²·K)!");
    EXPECT_EQ(marked("call 030 19240 now"), "call |030 ~19240 &now!");
    EXPECT_EQ(marked("50 GB or 3 gifts"), "50 ~GB |or |3 &gifts!");
    EXPECT_THAT(marked("到 95 °C，再 5 分"), ::testing::HasSubstr("95 ~°C"));
    EXPECT_EQ(marked("and/or mg/L"), "and/|or |mg/~L!");
}

TEST(FindBreaks, BreaksNoFigure) {
    const Paragraph paragraph = join_spans({{"€379.00 ab", {}}});
    const std::vector<Break> breaks = find_breaks(paragraph, "en");
    EXPECT_THAT(std::vector(breaks.begin(), breaks.begin() + 6), ::testing::Each(Break::None));
    EXPECT_EQ(breaks[8], Break::LastResort);
}

TEST(FindBreaks, HoldsNumbersAndTheSignsOfTheirRelations) {
    EXPECT_EQ(marked("Zinc (n = 248)"), "Zinc |(n ~= ~248)!");
    EXPECT_EQ(marked("mean ± SD"), "mean ~± ~SD!");
    EXPECT_EQ(marked("85 × 200 cm"), "85 ~× ~200 ~cm!");
    EXPECT_EQ(marked("2–4 years"), "2–~4 &years!");
    EXPECT_EQ(marked("free = no costs"), "free |= |no |costs!");
    EXPECT_EQ(marked("< 94 (M); < 80"), "< ~94 |(M); |< ~80!");
}

TEST(FindBreaks, HoldsSymbolsAndTheWordsThatTheyTouch) {
    EXPECT_EQ(marked("\uFFFC8:30 \uFFFC\uFFFC"), "\uFFFC8:30 |\uFFFC|\uFFFC!");
}

TEST(FindBreaks, HoldsShortWordsAndTheirNumbersAtHyphens) {
    EXPECT_EQ(marked("25-hydroxy, Wi-Fi 7"), "25-~hydroxy, |Wi-~Fi |7!");
    EXPECT_EQ(marked("E-mail 100-meter"), "E-|mail |100-|meter!");
    EXPECT_EQ(marked("RISC-V, Cortex-A76 (Cortex-M4)"), "RISC-~V, |Cortex-~A76 |(Cortex-~M4)!");
    EXPECT_EQ(marked("Teil-Nr3456 vis-a-vis"), "Teil-|Nr3456 &vis-|a-|vis!");
}

TEST(FindBreaks, EndsALineAtEveryLineFeed) { EXPECT_EQ(marked("a b\n\nc"), "a |b!!c!"); }

TEST(FindBreaks, HoldsNoteMarksAndPunctuationWithTheirWord) {
    EXPECT_EQ(marked("Signal\u202fS oui\u00a0:"), "Signal\u202fS |oui\u00a0:!");
    EXPECT_EQ(marked("a \u202f1"), "a \u202f1!");
}

TEST(FindBreaks, HoldsTheSignsOfLanguagesTogether) {
    EXPECT_EQ(marked("g++, clang++ or C++"), "g++, |clang++ |or |C++!");
}

TEST(FindBreaks, HoldsTheHyphenThatBeginsAWord) {
    EXPECT_EQ(marked("un -sans- mot"), "un |-sans- |mot!");
    EXPECT_EQ(marked("broadside --lang fr (-sans-)"), "broadside |--lang |fr |(-sans-)!");
    EXPECT_EQ(marked("a \u2066--lang\u2069"), "a |\u2066--lang\u2069!");
}

TEST(FindBreaks, PartsNoWordWhoseHyphenWouldBeRepeated) {
    EXPECT_EQ(marked("código-fonte -sem- 2-3", "pt-BR"), "código-~fonte |-sem- |2-3!");
    EXPECT_EQ(marked("end-to-end", "pl"), "end-~to-~end!");
    EXPECT_EQ(marked("Ende-zu-Ende", "de"), "Ende-|zu-|Ende!");
}

TEST(FindBreaks, HoldsASignThatBeginsALineWithItsWord) {
    EXPECT_EQ(marked("= sans serveur\n= a = b"), "= ~sans |serveur!= ~a |= |b!");
}

TEST(FindBreaks, BreaksAtASpaceWhateverFollows) {
    EXPECT_EQ(marked(".bmp, .canon", "en"), ".bmp, |.canon!");
    EXPECT_EQ(marked("a [b ] c", "en"), "a |[b |] |c!");
    EXPECT_EQ(marked("a ,b }", "en"), "a |,b |}!");
    EXPECT_EQ(marked("/usr /etc", "en"), "/usr |/etc!");
    EXPECT_EQ(marked("a :root !b", "en"), "a |:root |!b!");
    EXPECT_EQ(marked("a  .b", "en"), "a  |.b!");
}

TEST(FindBreaks, BeginsNoLineWithASignThatStandsByItself) {
    EXPECT_EQ(marked("oui : non ?! et / ou"), "oui : |non ?! |et / |ou!");
    EXPECT_EQ(marked("[ ] ( .a", "en"), "[ ] |( .a!");
    EXPECT_EQ(marked("a 。b", "ja"), "a 。|b!");
}

TEST(FindBreaks, HoldsTheSignOfANumber) {
    EXPECT_EQ(marked("de –5 à −5 ou (–5)"), "de |–5 &à |−5 &ou |(–5)!");
    EXPECT_EQ(marked("–٥ – 5", "ar"), "–٥ |– |5!");
}

TEST(FindBreaks, HoldsWordsOfOneLetterWithTheNext) {
    EXPECT_EQ(marked("dom i ogród z „psem” A w", "pl"), "dom |i &ogród |z &„psem” |A &w!");
    EXPECT_EQ(marked("(z domu) o 5 – a – i", "pl"), "(z &domu) |o &5 |– |a |– |i!");
    EXPECT_EQ(marked("Ve městě K večeru s dětmi a", "cs"), "Ve |městě |K &večeru |s &dětmi |a!");
    EXPECT_EQ(marked("v meste", "sk-SK"), "v &meste!");
    EXPECT_EQ(marked("X-i dom, l'a b", "pl"), "X-~i |dom, |l'a |b!");
    EXPECT_EQ(marked("a word", "en"), "a |word!");
}

/// Places inside words for want of any other.
std::string last_resorts(std::string_view utf8, std::string_view language) {
    const Paragraph paragraph = join_spans({{utf8, {}}});
    const std::vector<Break> breaks = find_breaks(paragraph, language);
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const unicode::Character& character = paragraph.characters[i];
        shown += paragraph.utf8.substr(character.begin, character.size);
        if (breaks[i] == Break::LastResort) shown += '.';
    }
    return shown;
}

TEST(FindBreaks, PartsWordsBetweenCharactersForWantOfAnyOtherPlace) {
    EXPECT_EQ(last_resorts("ab cd", "en"), "a.b c.d");
    EXPECT_EQ(last_resorts("e\u0301a👩‍👩‍👧🇫🇷", "en"),
              "e\u0301.a👩‍👩‍👧🇫🇷");
    EXPECT_EQ(last_resorts("1\u00a0000 a\u00a0: b\u2060c", "en"), "1\u00a0.000 a\u00a0: b\u2060c");
    EXPECT_EQ(last_resorts("क्षि กำ ກຳ ស្រី", "hi"), "क्षि กำ ກຳ ស្រី");
    EXPECT_EQ(last_resorts("サーバー。", "ja"), "サ.ーバ.ー.。");
}

TEST(FindBreaks, BreaksAddressesAfterSlashesAndAtSignsOnly) {
    EXPECT_EQ(marked("https://www.freie-messenger.de/warumnicht/a-b?c=d"),
              "https://www.freie-messenger.de/|warumnicht/|a-b?c=d!");
    EXPECT_EQ(marked("www.freie-messenger.de."), "www~.freie-messenger~.de.!");
    EXPECT_EQ(marked("foo-www.bar"), "foo-|www.bar!") << "no host";
    EXPECT_EQ(marked("voir joinjabber.org/fr/ ici"), "voir |joinjabber.org/~fr/ |ici!");
    EXPECT_EQ(marked("angebot@druckerei-lindenhof.example"),
              "angebot@|druckerei-lindenhof.example!");
    EXPECT_EQ(marked("@a@joinjabber.org"), "@a@~joinjabber.org!");
}

TEST(FindBreaks, TurnsSoftHyphensIntoHyphens) {
    EXPECT_EQ(marked("chiffre\u00adment"), "chiffre=ment!");
}

TEST(FindBreaks, KnowsLanguagesWithoutSpaces) {
    EXPECT_EQ(marked("加密。不好", "zh"), "加|密。|不~好!");
}

TEST(FindBreaks, BreaksThaiBetweenWordsOfTheDictionary) {
    EXPECT_EQ(marked("การเข้ารหัส ซอฟต์แวร์เสรี", "th"), "การ~เข้า|รหัส |ซอฟต์แวร์|เสรี!");
    EXPECT_EQ(marked("การ\u2060เข้ารหัส", "th"), "การ\u2060เข้า|รหัส!");
}

TEST(FindBreaks, PartsNoSyllableOfDevanagari) {
    EXPECT_EQ(marked("एंड-टू-एंड एन्क्रिप्शन", "hi"), "एंड-|टू-|एंड |एन्क्रिप्शन!");
}

/// Grapheme clusters that are drawn as one, of more than one character each.
const std::vector<std::vector<std::string>> kClusters = {
    {"กำ", "นี้", "ที่", "เ", "ก็"},
    {"क्षि", "र्मी", "हिं", "त्र", "ड़े"},
    {"ខ្មែ", "ស្រី", "ជា", "ក៏"},
    {"မြ", "န်", "ကြောင့်", "ဘာ"},
    {"ལྷ", "སྐྱེ", "་", "བོ"},
    {"👩‍👩‍👧‍👦", "👍🏽", "🇫🇷", "❤️", "1️⃣"},
    {"e\u0301", "o\u0308\u0323", "s\u0327", "a"},
    {"\u1112\u1161\u11ab", "\u1100\u1173\u11af", "각"},
    {"ປ້າ", "ເ", "ກຳ"},
    {"/", "x\u0301", ".", "か\u3099", "葛󠄀"}};

TEST(FindBreaks, BreaksInsideNoGraphemeCluster) {
    Hyphenator hyphenator(test::noto_manifest());
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        const auto& script = kClusters[random() % kClusters.size()];
        std::string utf8;
        std::set<std::size_t> ends;
        for (int i = 0; i < 12; ++i) {
            utf8 += random() % 4 == 0 ? " " : script[random() % script.size()];
            ends.insert(utf8.size());
        }
        const Paragraph paragraph = join_spans({{utf8, {}}});
        const std::string_view language = round % 2 == 0 ? "de" : "th";
        std::vector<Break> breaks = find_breaks(paragraph, language);
        add_hyphens(breaks, paragraph, language, hyphenator);
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            const unicode::Character& c = paragraph.characters[i];
            EXPECT_TRUE(is_inside_word(breaks[i]) || ends.count(c.begin + c.size) > 0)
                << utf8 << " at byte " << c.begin + c.size;
        }
    }
}

TEST(AddHyphens, PartsNoLetterFromItsMark) {
    EXPECT_EQ(hyphenated("Verschlu\u0308sselung", "de").find("u=\u0308"), std::string::npos);
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

std::vector<std::string> texts_of(std::string_view utf8, const std::vector<WordRange>& words) {
    const auto characters = unicode::characters_of(utf8);
    std::vector<std::string> texts;
    for (const WordRange& word : words) {
        const unicode::Character& last = characters[word.end - 1];
        const auto begin = characters[word.begin].begin;
        texts.emplace_back(utf8.substr(begin, last.begin + last.size - begin));
    }
    return texts;
}

bool address(std::string_view utf8) {
    const auto characters = unicode::characters_of(utf8);
    return is_address(characters, {0, characters.size()});
}

bool indivisible(std::string_view utf8) {
    const auto characters = unicode::characters_of(utf8);
    return is_indivisible(characters, {0, characters.size()});
}

TEST(FindWords, PartsAtSpacesAndLineEnds) {
    const char* utf8 = " voici,\u00a0là\nqu'un mot ";
    EXPECT_THAT(texts_of(utf8, find_words(unicode::characters_of(utf8))),
                ElementsAre("voici,", "là", "qu'un", "mot"));
}

TEST(FindWords, PartsAnAddressFromChinese) {
    const char* utf8 = "请见a.org/b谢";
    EXPECT_THAT(texts_of(utf8, find_words(unicode::characters_of(utf8))), ElementsAre("a.org/b"));
}

TEST(FindLetterRuns, PartsAtApostrophesAndHyphens) {
    const char* utf8 = "l'ordinateur-clé";
    const auto characters = unicode::characters_of(utf8);
    EXPECT_THAT(texts_of(utf8, find_letter_runs(characters, {0, characters.size()})),
                ElementsAre("l", "ordinateur", "clé"));
}

TEST(IsAddress, KnowsSchemesAndHostsWithAPath) {
    EXPECT_TRUE(address("https://localhost"));
    EXPECT_TRUE(address("(www.freie-messenger.de/warumnicht)"));
    EXPECT_TRUE(address("chat@joinjabber.org"));
    EXPECT_FALSE(address("client/serveur"));
    EXPECT_FALSE(address("@home"));
    EXPECT_FALSE(address("freie-messenger.de"));
    EXPECT_FALSE(address("etc./usw."));
}

TEST(IsIndivisible, HoldsForNamesThatAreNoWords) {
    EXPECT_TRUE(indivisible("freie-messenger.de"));
    EXPECT_TRUE(indivisible("someone@example"));
    EXPECT_TRUE(indivisible("Messenger2you"));
    EXPECT_TRUE(indivisible("chiffre\u00adment"));
    EXPECT_FALSE(indivisible("chiffrement."));
}

}  // namespace
}  // namespace broadside::text
