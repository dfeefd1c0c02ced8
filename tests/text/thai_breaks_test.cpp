#include "broadside/text/thai_breaks.hpp"

#include <gmock/gmock.h>

#include "text/marked_breaks.hpp"

namespace broadside::text {
namespace {

using test::marked_breaks;

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
