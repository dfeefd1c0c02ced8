#include "broadside/unicode/characters.hpp"

#include <string_view>

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

TEST(Characters, AreToldByWhatTheyDoToAText) {
    EXPECT_TRUE(is_control(0x1B) && is_control(0x7F) && is_control(0x9F));
    EXPECT_FALSE(is_control(0xA0));
    EXPECT_TRUE(is_noncharacter(0xFDD0) && is_noncharacter(0xFFFE) && is_noncharacter(0x10FFFF));
    EXPECT_FALSE(is_noncharacter(0xFFFD) || is_noncharacter(0xFDF0));
    EXPECT_TRUE(is_direction_control(0x202E) && is_direction_control(0x2066));
    EXPECT_FALSE(is_direction_control(0x200F));
    EXPECT_TRUE(is_white_space(0x3000) && is_default_ignorable(0x200B));
    EXPECT_FALSE(is_white_space(0x200B) || is_default_ignorable(0x20));
}

TEST(Characters, LetsOnlyBreakingSpacesHang) {
    EXPECT_TRUE(is_breaking_space(U' '));
    EXPECT_TRUE(is_breaking_space(U'\u2009'));
    EXPECT_FALSE(is_breaking_space(U'\u00a0'));
    EXPECT_FALSE(is_breaking_space(U'\u2007'));
    EXPECT_FALSE(is_breaking_space(U'\u202f'));
}

TEST(Characters, CountsNoBreakSpacesAsSpacesAndGlue) {
    EXPECT_TRUE(is_space(U'\u202f'));
    EXPECT_TRUE(is_glue(U'\u202f'));
    EXPECT_FALSE(is_glue(U' '));
}

TEST(Characters, HidesWhatHasNoShape) {
    EXPECT_TRUE(is_hidden(kSoftHyphen));
    EXPECT_TRUE(is_hidden(U'\n'));
    EXPECT_TRUE(is_hidden(U'\u200d'));
    EXPECT_FALSE(is_hidden(U'-'));
    EXPECT_FALSE(is_hidden(U'\t'));
}

TEST(IsLetter, KnowsLettersOfAnyScript) {
    for (const char32_t c : std::u32string_view(U"aZéßΩжعהक中한")) {
        EXPECT_TRUE(is_letter(c)) << static_cast<std::uint32_t>(c);
    }
}

TEST(IsLetter, KnowsSignsAndDigits) {
    for (const char32_t c : std::u32string_view(U"1*†‡§¶ «»–…·→✓、。٤™😀")) {
        EXPECT_FALSE(is_letter(c)) << static_cast<std::uint32_t>(c);
    }
}

TEST(IsLetterWithoutWordSpaces, TellsHanFromHangul) {
    EXPECT_TRUE(is_letter_without_word_spaces(U'中'));
    EXPECT_TRUE(is_letter_without_word_spaces(U'ไ'));
    EXPECT_TRUE(is_letter_without_word_spaces(U'ー'));
    EXPECT_FALSE(is_letter_without_word_spaces(U'한'));
    EXPECT_FALSE(is_letter_without_word_spaces(U'a'));
}

TEST(PartsWords, CountsNoBreakSpaces) {
    EXPECT_TRUE(parts_words(0xA0));
    EXPECT_TRUE(parts_words(0x202F));
    EXPECT_TRUE(parts_words(kZeroWidthSpace));
    EXPECT_FALSE(parts_words(U'_'));
}

}  // namespace
}  // namespace broadside::unicode
