#include "broadside/emit/markup.hpp"

#include <gtest/gtest.h>

namespace broadside::emit {
namespace {

TEST(EscapeXml, EscapesMarkupAndQuotes) {
    EXPECT_EQ(escape_xml("<a href=\"'\">]]>&"), "&lt;a href=&quot;&#39;&quot;&gt;]]&gt;&amp;");
}

TEST(EscapeXml, KeepsWhatIsWellFormed) {
    EXPECT_EQ(escape_xml("é 中 \U0001F600\n"), "é 中 \U0001F600\n");
}

TEST(EscapeXml, ReplacesWhatXmlCannotHold) {
    EXPECT_EQ(escape_xml("a\x01"
                         "b"),
              "a\uFFFDb");
    EXPECT_EQ(escape_xml("\xFF"), "\uFFFD");                      // no lead byte
    EXPECT_EQ(escape_xml("\xC3"), "\uFFFD");                      // cut off
    EXPECT_EQ(escape_xml("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate
    EXPECT_EQ(escape_xml("\xC0\xBC"), "\uFFFD\uFFFD");            // overlong '<'
    EXPECT_EQ(escape_xml("\xEF\xBF\xBF"), "\uFFFD");              // U+FFFF
}

TEST(FontFamilyValue, HoldsNothingThatEndsAStyleSheet) {
    EXPECT_EQ(font_family_value("Noto Sans"), "'Noto Sans',sans-serif");
    EXPECT_EQ(font_family_value("a'</style>"), "'a\\27 \\3c /style>',sans-serif");
}

TEST(Units, AreTenAPointToAHundredthOfAPoint) {
    EXPECT_EQ(units(Pt(12)), "120");
    EXPECT_EQ(units(Pt(12.34)), "123.4");
    EXPECT_EQ(units(Pt(0)), "0");
    EXPECT_EQ(units(Pt(-0.054)), "-.5");
}

TEST(ContentName, DependsOnTheContentAlone) {
    EXPECT_EQ(content_name("abc"), content_name("abc"));
    EXPECT_NE(content_name("abc"), content_name("abd"));
}

TEST(ContentName, IsAnXmlNameOfEightCharacters) {
    for (int i = 0; i < 100; ++i) {
        const std::string name = content_name(std::to_string(i));
        EXPECT_EQ(name.size(), 8u);
        EXPECT_TRUE(name[0] >= 'a' && name[0] <= 'z') << name;
    }
}

}  // namespace
}  // namespace broadside::emit
