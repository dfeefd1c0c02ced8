#include "broadside/text/thai_breaks.hpp"

#include <gmock/gmock.h>

#include <string>

#include "broadside/text/breaks.hpp"

namespace broadside::text {
namespace {

std::string marked(std::string_view utf8) {
    const Paragraph paragraph = join_spans({{utf8, {}}});
    const std::vector<Break> breaks = find_breaks(paragraph, "th");
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const Character& character = paragraph.characters[i];
        shown += paragraph.utf8.substr(character.begin, character.size);
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Emergency) shown += '~';
    }
    return shown;
}

TEST(TailorThai, KeepsALeftOverConsonantWithItsWord) {
    EXPECT_EQ(marked("มาตรฐานแชท (XMPP)"), "มาตรฐาน|แชท |(XMPP)");
}

TEST(TailorThai, LeavesWordsOfTheDictionaryAlone) {
    EXPECT_EQ(marked("ระบบสำหรับเข้ารหัส"), "ระบบ|สำหรับ|เข้า|รหัส");
}

TEST(TailorThai, HoldsAWordThatLeansOnTheNext) {
    EXPECT_EQ(marked("เป็นความลับ"), "เป็น|ความ~ลับ");
    EXPECT_EQ(marked("การ (XMPP)"), "การ |(XMPP)");
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
