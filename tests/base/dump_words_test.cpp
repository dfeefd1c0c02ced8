#include "broadside/base/dump_words.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Number, TrimsZerosAndHasNoNegativeZero) {
    EXPECT_EQ(number(12.0), "12");
    EXPECT_EQ(number(0.5), "0.5");
    EXPECT_EQ(number(595.276), "595.28");
    EXPECT_EQ(number(-0.001), "0");
    EXPECT_EQ(number(100.0), "100");
    EXPECT_EQ(number(Pt(8.25)), "8.25");
}

TEST(Quoted, ShowsWhatCannotBeSeen) {
    EXPECT_EQ(quoted("a\u00a0b\u202fc\nd"), "\"a\\u00a0b\\u202fc\\nd\"");
    EXPECT_EQ(quoted("\"\\é"), "\"\\\"\\\\é\"");
}

TEST(Word, NamesScopesAndRowKinds) {
    EXPECT_EQ(word(HeaderScope::ColumnGroup), "column-group");
    EXPECT_EQ(word(HeaderScope::RowGroup), "row-group");
    EXPECT_EQ(word(RowKind::Section), "section");
}

}  // namespace
}  // namespace broadside
