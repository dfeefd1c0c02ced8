#include "broadside/resolve/characters.hpp"

#include <gtest/gtest.h>

namespace broadside::resolve {
namespace {

TEST(Decode, ReadsOneToFourBytes) { EXPECT_EQ(decode("aé€😀"), U"aé€😀"); }

TEST(CodePointBefore, StepsOverContinuationBytes) { EXPECT_EQ(code_point_before("a€b", 4), U'€'); }

TEST(IsLetter, KnowsLettersOfAnyScript) {
    for (const char32_t c : decode("aZéßΩжعהक中한")) {
        EXPECT_TRUE(is_letter(c)) << static_cast<std::uint32_t>(c);
    }
}

TEST(IsLetter, KnowsSignsAndDigits) {
    for (const char32_t c : decode("1*†‡§¶ «»–…·→✓、。٤")) {
        EXPECT_FALSE(is_letter(c)) << static_cast<std::uint32_t>(c);
    }
}

TEST(IsLetterWithoutWordSpaces, TellsHanFromHangul) {
    EXPECT_TRUE(is_letter_without_word_spaces(U'中'));
    EXPECT_TRUE(is_letter_without_word_spaces(U'ไ'));
    EXPECT_FALSE(is_letter_without_word_spaces(U'한'));
    EXPECT_FALSE(is_letter_without_word_spaces(U'a'));
}

TEST(IsSpace, CountsNoBreakSpaces) {
    EXPECT_TRUE(is_space(0xA0));
    EXPECT_TRUE(is_space(0x202F));
    EXPECT_FALSE(is_space(U'_'));
}

}  // namespace
}  // namespace broadside::resolve
