#include "broadside/text/east_asian_breaks.hpp"

#include <gmock/gmock.h>

#include <string>

#include "broadside/text/breaks.hpp"

namespace broadside::text {
namespace {

/// The text with `|` where a line may end and `~` where it may in an emergency.
std::string marked(std::string_view utf8, std::string_view language) {
    const Paragraph paragraph = join_spans({{utf8, {}}});
    const std::vector<Break> breaks = find_breaks(paragraph, language);
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const Character& character = paragraph.characters[i];
        shown += paragraph.utf8.substr(character.begin, character.size);
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Emergency) shown += '~';
    }
    return shown;
}

TEST(TailorEastAsian, BeginsNoLineWithClosingPunctuationAndEndsNoneWithOpening) {
    EXPECT_EQ(marked("例、「書」。（注）：是。", "ja"), "例、|「書」。|（注）：~是。");
    EXPECT_EQ(marked("例如，《書》！（註）：是。", "zh-Hant"), "例|如，|《書》！|（註）：~是。");
}

TEST(TailorEastAsian, BeginsNoLineWithASmallKanaOrALongVowel) {
    EXPECT_EQ(marked("ぎゅっと文ーアッ", "ja"), "ぎゅっ~と|文ー~アッ");
}

TEST(TailorEastAsian, BeginsNoLineWithASolidus) {
    EXPECT_EQ(marked("不要／統合", "ja"), "不~要／|統~合");
    EXPECT_EQ(marked("應用／程式", "zh-Hant"), "應|用／|程~式");
}

TEST(TailorEastAsian, HoldsWordsInKatakanaTogether) {
    EXPECT_EQ(marked("サーバー側のコードを", "ja"), "サー~バー|側~の|コー~ド~を");
}

TEST(TailorEastAsian, BeginsNoLineInsideAJapanesePhrase) {
    EXPECT_EQ(marked("手動でのみ利用でき、機能に制限がある", "ja"),
              "手~動~で~の~み|利~用~で~き、|機~能~に|制~限~が~あ~る");
}

TEST(TailorEastAsian, HoldsANumberAndItsCounterTogether) {
    EXPECT_EQ(marked("2022年1月から", "ja"), "2022~年|1~月~か~ら");
}

TEST(TailorEastAsian, LeavesNoCharacterAlone) {
    EXPECT_EQ(marked("不公開。", "zh-Hant"), "不|公~開。");
    EXPECT_EQ(marked("公開\n非公開", "ja"), "公~開\n非~公~開");
}

TEST(TailorEastAsian, BreaksKoreanAtSpaces) {
    EXPECT_EQ(marked("암호화되어 있지만", "ko"), "암~호~화~되~어 |있~지~만");
    EXPECT_EQ(marked("서버(예: Signal)와 XMPP를", "ko"), "서~버|(예: |Signal)~와 |XMPP~를");
}

TEST(TailorEastAsian, LeavesOtherLanguagesAlone) {
    EXPECT_EQ(marked("サーバー側", "fr"), "サー|バー|側");
}

}  // namespace
}  // namespace broadside::text
