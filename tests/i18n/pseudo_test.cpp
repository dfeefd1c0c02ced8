#include "broadside/i18n/pseudo.hpp"

#include <gtest/gtest.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside::i18n {
namespace {

std::string accented(std::string_view text) {
    return pseudo_text(text, unicode::Direction::LeftToRight);
}

TEST(PseudoText, IsTwoFifthsLonger) {
    const std::string text(100, 'a');
    EXPECT_EQ(unicode::decode(accented(text)).size(), 140u);
    EXPECT_EQ(accented("No"), "Ñõõ");
    EXPECT_EQ(accented("食べる"), "食べべる");
}

TEST(PseudoText, KeepsMarksPlaceholdersAndAddresses) {
    EXPECT_EQ(accented("**A** _b_ {name}\n"), "**Å** _ƀƀ_ {name}\n");
    EXPECT_EQ(accented("[at](https://x.org/a_b) a@x.org www.x.org \\*"),
              "[åţţ](https://x.org/a_b) a@x.org www.x.org \\*");
}

TEST(PseudoText, ReadsFromRightToLeftWhereItsLanguageDoes) {
    EXPECT_EQ(pseudo_text("ab 12", unicode::Direction::RightToLeft), "ابب 12");
}

TEST(PseudoText, TakesTimeAsTheTextGrows) {
    EXPECT_EQ(accented(std::string(60'000, '{')).size(), 60'000u);
}

}  // namespace
}  // namespace broadside::i18n
