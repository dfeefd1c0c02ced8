#include "broadside/text/utf8.hpp"

#include <gmock/gmock.h>

namespace broadside::text {
namespace {

using testing::ElementsAre;

std::vector<char32_t> codes_of(std::string_view utf8) {
    std::vector<char32_t> codes;
    for (const Character& character : decode_utf8(utf8)) codes.push_back(character.code);
    return codes;
}

TEST(DecodeUtf8, ReadsSequencesOfOneToFourBytes) {
    EXPECT_THAT(codes_of("aé→𝒜"), ElementsAre(U'a', U'é', U'→', U'𝒜'));
}

TEST(DecodeUtf8, SaysWhereACharacterStands) {
    const auto characters = decode_utf8("é→");
    EXPECT_EQ(characters[1].begin, 2u);
    EXPECT_EQ(characters[1].size, 3u);
}

TEST(DecodeUtf8, ReplacesBrokenBytesOneByOne) {
    EXPECT_THAT(codes_of("a\xC3(\x80"), ElementsAre(U'a', U'\ufffd', U'(', U'\ufffd'));
    EXPECT_THAT(codes_of("\xE2\x86"), ElementsAre(U'\ufffd', U'\ufffd'));
}

TEST(DecodeUtf8, RefusesOverlongSequencesAndSurrogates) {
    EXPECT_THAT(codes_of("\xC0\x80"), ElementsAre(U'\ufffd', U'\ufffd'));
    EXPECT_THAT(codes_of("\xED\xA0\x80"), ElementsAre(U'\ufffd', U'\ufffd', U'\ufffd'));
}

TEST(AppendUtf8, WritesWhatDecodeReads) {
    std::string utf8;
    for (const char32_t code : {U'a', U'é', U'→', U'𝒜'}) append_utf8(utf8, code);
    EXPECT_EQ(utf8, "aé→𝒜");
}

}  // namespace
}  // namespace broadside::text
