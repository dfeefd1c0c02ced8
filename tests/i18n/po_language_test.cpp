#include "broadside/i18n/po_language.hpp"

#include <gtest/gtest.h>

namespace broadside::i18n {
namespace {

TEST(TagOfPoLanguage, ReadsWhatGettextAndPosixWrite) {
    EXPECT_EQ(tag_of_po_language("sv"), "sv");
    EXPECT_EQ(tag_of_po_language("sv_SE"), "sv-SE");
    EXPECT_EQ(tag_of_po_language("zh_hant_tw"), "zh-Hant-TW");
    EXPECT_EQ(tag_of_po_language("sv_SE.UTF-8@euro"), "sv-SE");
    EXPECT_EQ(tag_of_po_language("sr_RS@latin"), "sr-Latn-RS");
    EXPECT_EQ(tag_of_po_language("ca@valencia"), "ca-valencia");
}

TEST(TagOfPoLanguage, LeavesAloneWhatIsNoLanguage) {
    EXPECT_EQ(tag_of_po_language("swedish"), "swedish");
    EXPECT_EQ(tag_of_po_language(""), "");
}

TEST(PoLanguageOfTag, JoinsWithUnderscores) { EXPECT_EQ(po_language_of_tag("zh-Hant"), "zh_Hant"); }

}  // namespace
}  // namespace broadside::i18n
