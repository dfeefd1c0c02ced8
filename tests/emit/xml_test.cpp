#include "broadside/emit/xml.hpp"

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

}  // namespace
}  // namespace broadside::emit
