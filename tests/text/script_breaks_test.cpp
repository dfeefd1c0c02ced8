#include "broadside/text/breaks.hpp"

#include <gmock/gmock.h>

#include "text/marked_breaks.hpp"

namespace broadside::text {
namespace {

using test::marked_breaks;

TEST(TailorEastAsian, BeginsNoLineWithClosingPunctuationAndEndsNoneWithOpening) {
    EXPECT_EQ(marked_breaks("例、「書」。（注）：是。", "ja"), "例、|「書」。|（注）：~是。");
    EXPECT_EQ(marked_breaks("例如，《書》！（註）：是。", "zh-Hant"),
              "例|如，|《書》！|（註）：~是。");
}

TEST(TailorEastAsian, BeginsNoLineWithASmallKanaOrALongVowel) {
    EXPECT_EQ(marked_breaks("ぎゅっと文ーアッ", "ja"), "ぎゅっ~と|文ー~アッ");
}

TEST(TailorEastAsian, BeginsNoLineWithASolidus) {
    EXPECT_EQ(marked_breaks("不要／統合", "ja"), "不~要／|統~合");
    EXPECT_EQ(marked_breaks("應用／程式", "zh-Hant"), "應|用／|程~式");
}

TEST(TailorEastAsian, HoldsWordsInKatakanaTogether) {
    EXPECT_EQ(marked_breaks("サーバー側のコードを", "ja"), "サー~バー|側~の|コー~ド~を");
}

TEST(TailorEastAsian, BeginsNoLineInsideAJapanesePhrase) {
    EXPECT_EQ(marked_breaks("手動でのみ利用でき、機能に制限がある", "ja"),
              "手~動~で~の~み|利~用~で~き、|機~能~に|制~限~が~あ~る");
}

TEST(TailorEastAsian, HoldsANumberAndItsCounterTogether) {
    EXPECT_EQ(marked_breaks("2022年1月から", "ja"), "2022~年|1~月~か~ら");
}

TEST(TailorEastAsian, LeavesNoCharacterAlone) {
    EXPECT_EQ(marked_breaks("不公開。", "zh-Hant"), "不|公~開。");
    EXPECT_EQ(marked_breaks("公開\n非公開", "ja"), "公~開\n非~公~開");
}

TEST(TailorEastAsian, BreaksKoreanAtSpaces) {
    EXPECT_EQ(marked_breaks("암호화되어 있지만", "ko"), "암~호~화~되~어 |있~지~만");
    EXPECT_EQ(marked_breaks("서버(예: Signal)와 XMPP를", "ko"), "서~버|(예: |Signal)~와 |XMPP~를");
}

TEST(TailorEastAsian, LeavesOtherLanguagesAlone) {
    EXPECT_EQ(marked_breaks("サーバー側", "fr"), "サー|バー|側");
}

TEST(PartSyllables, KeepsLettersThatCloseALaoSyllable) {
    EXPECT_EQ(marked_breaks("ປະເທດລາວ", "lo"), "ປະ|ເທດ|ລາວ");
    EXPECT_EQ(marked_breaks("ພາສາ ລາວ", "lo"), "ພາ|ສາ |ລາວ");
}

TEST(PartSyllables, KeepsLettersWithAsatAndLettersBelowInBurmese) {
    EXPECT_EQ(marked_breaks("မြန်မာဘာသာ", "my"), "မြန်|မာ|ဘာ|သာ");
    EXPECT_EQ(marked_breaks("ကမ္ဘာ", "my"), "ကမ္ဘာ");
}

TEST(PartSyllables, KeepsLettersBelowAndBareLettersInKhmer) {
    EXPECT_EQ(marked_breaks("ភាសាខ្មែរ", "km"), "ភា|សា|ខ្មែរ");
}

TEST(PartSyllables, LeavesWordsThatTheAuthorParts) {
    EXPECT_EQ(marked_breaks("ភាសា\u200bខ្មែរ", "km"), "ភា~សា\u200b|ខ្មែរ");
}

TEST(PartSyllables, LeavesOtherScriptsAlone) {
    EXPECT_EQ(marked_breaks("abc שלום", "en"), "abc |שלום");
}

TEST(TailorThai, KeepsALeftOverConsonantWithItsWord) {
    EXPECT_EQ(marked_breaks("มาตรฐานแชท (XMPP)", "th"), "มาตรฐาน|แชท |(XMPP)");
}

TEST(TailorThai, LeavesWordsOfTheDictionaryAlone) {
    EXPECT_EQ(marked_breaks("ระบบสำหรับเข้ารหัส", "th"), "ระบบ|สำหรับ|เข้า|รหัส");
}

TEST(TailorThai, HoldsAWordThatLeansOnTheNext) {
    EXPECT_EQ(marked_breaks("เป็นความลับ", "th"), "เป็น|ความ~ลับ");
    EXPECT_EQ(marked_breaks("การ (XMPP)", "th"), "การ |(XMPP)");
}

/// Breaks everywhere, as if the dictionary knew none of the words.
TEST(TailorThai, KeepsASilentConsonantToo) {
    const Paragraph paragraph = join_spans({{"อร์ณก", {}}});
    std::vector<Break> breaks = {Break::Allowed, Break::None, Break::Allowed, Break::Allowed,
                                 Break::Mandatory};
    tailor_thai(breaks, paragraph.characters);
    EXPECT_THAT(breaks, testing::ElementsAre(Break::None, Break::None, Break::Allowed, Break::None,
                                             Break::Mandatory));
}

}  // namespace
}  // namespace broadside::text
