#include "broadside/unicode/utf8.hpp"

#include <gmock/gmock.h>

namespace broadside::unicode {
namespace {

TEST(CharacterAt, ReadsFromALeadByte) {
    EXPECT_EQ(character_at("a€b", 1).code, U'€');
    EXPECT_EQ(character_at("a€b", 1).size, 3u);
    EXPECT_EQ(character_at("😀", 0).code, U'😀');
    EXPECT_EQ(character_at("a\xE2\x82", 1).size, 1u);  // cut off: no further than the end
}

TEST(SequenceLength, TellsCharactersFromBrokenBytes) {
    EXPECT_EQ(sequence_length("\ufffd", 0), 3u);
    EXPECT_EQ(sequence_length("é", 1), 0u);
    EXPECT_EQ(sequence_length("a", 1), 0u);
}

using testing::ElementsAre;

std::vector<char32_t> codes_of(std::string_view utf8) {
    std::vector<char32_t> codes;
    for (const Character& character : characters_of(utf8)) codes.push_back(character.code);
    return codes;
}

TEST(CharactersOf, ReadsSequencesOfOneToFourBytes) {
    EXPECT_THAT(codes_of("aé→𝒜"), ElementsAre(U'a', U'é', U'→', U'𝒜'));
}

TEST(CharactersOf, SaysWhereACharacterStands) {
    const auto characters = characters_of("é→");
    EXPECT_EQ(characters[1].begin, 2u);
    EXPECT_EQ(characters[1].size, 3u);
}

TEST(CharactersOf, ReplacesBrokenBytesOneByOne) {
    EXPECT_THAT(codes_of("a\xC3(\x80"), ElementsAre(U'a', U'\ufffd', U'(', U'\ufffd'));
    EXPECT_THAT(codes_of("\xE2\x86"), ElementsAre(U'\ufffd', U'\ufffd'));
}

TEST(CharactersOf, RefusesOverlongSequencesAndSurrogates) {
    EXPECT_THAT(codes_of("\xC0\x80"), ElementsAre(U'\ufffd', U'\ufffd'));
    EXPECT_THAT(codes_of("\xED\xA0\x80"), ElementsAre(U'\ufffd', U'\ufffd', U'\ufffd'));
    EXPECT_EQ(sequence_length("\xF4\x90\x80\x80", 0), 0u);  // past U+10FFFF
}

TEST(AppendUtf8, WritesWhatDecodeReads) {
    std::string utf8;
    for (const char32_t code : {U'a', U'é', U'→', U'𝒜'}) append_utf8(utf8, code);
    EXPECT_EQ(utf8, "aé→𝒜");
}

TEST(Decode, ReadsOneToFourBytes) { EXPECT_EQ(decode("aé€😀"), U"aé€😀"); }

TEST(CodePointBefore, StepsOverContinuationBytes) { EXPECT_EQ(code_point_before("a€b", 4), U'€'); }

TEST(ToUtf8, ReplacesWhatIsNoText) {
    EXPECT_EQ(to_utf8("a\xFFé\xC3"), "a\ufffdé\ufffd");
    EXPECT_EQ(to_utf8(std::string_view("a\0b", 3)), "a\ufffdb");
    EXPECT_EQ(to_utf8(""), "");
}

}  // namespace
}  // namespace broadside::unicode
