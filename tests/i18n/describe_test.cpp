#include "broadside/i18n/describe.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

std::string described(const std::string& key) { return Describer(lunch()).describe(key); }

TEST(Describer, NamesACellByItsRowAndColumn) {
    EXPECT_EQ(described("rows/anchor/price/text"), "cell of row \"Anchor\", column \"Price\"");
    EXPECT_EQ(described("rows/olive/place/detail"),
              "small print under the name of row \"Olive\", column \"Place\"");
    EXPECT_EQ(described("rows/anchor/place/names/1"), "name of row \"Anchor\", column \"Place\"");
}

TEST(Describer, NamesTheRowsOfASharedCell) {
    EXPECT_EQ(described("cells/daily/text"),
              "cell of rows \"Olive\", \"Anchor\", column \"What they cook\"");
    EXPECT_EQ(described("cells/unused/text"), "cell that no row uses");
}

TEST(Describer, NamesPartsOfThePage) {
    EXPECT_EQ(described("title"), "heading of the page");
    EXPECT_EQ(described("notes/cash/text"), "note cash");
    EXPECT_EQ(described("columns/price/title"), "title of column \"price\"");
    EXPECT_EQ(described("links/map/url"), "address of link \"map\"");
    EXPECT_EQ(described("texts/intro"), "paragraph \"intro\"");
    EXPECT_EQ(described("description"), "description in the file's metadata, not printed");
}

TEST(Describer, TellsWordsThatAreHeardFromThosePrinted) {
    EXPECT_EQ(described("values/choice/values/yes/label"),
              "value \"yes\" of \"choice\", in the legend or in cells");
    EXPECT_EQ(described("values/choice/values/yes/alt"),
              "read aloud in place of the sign of value \"yes\" of \"choice\"");
}

}  // namespace
}  // namespace broadside::i18n
