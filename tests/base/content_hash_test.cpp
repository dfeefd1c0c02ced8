#include "broadside/base/content_hash.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

Digest of_pieces(std::string_view first, std::string_view second) {
    ContentHash hash;
    hash.add_text(first);
    hash.add_text(second);
    return hash.digest();
}

TEST(DigestOf, IsTheOneThatOtherProgramsCompute) {
    // As `xxh128sum` prints it for an empty file.
    EXPECT_EQ(to_string(digest_of("")), "99aa06d3014798d86001c324468d497f");
}

TEST(ContentHash, TellsPiecesApart) {
    EXPECT_NE(of_pieces("ab", "c"), of_pieces("a", "bc"));
    EXPECT_NE(of_pieces("", "a"), of_pieces("a", ""));
    EXPECT_EQ(of_pieces("ab", "c"), of_pieces("ab", "c"));
}

TEST(ContentHash, OfBytesIsThatOfAllOfThem) {
    const std::string bytes(5000, 'x');
    ContentHash hash;
    for (const std::size_t size : {1, 999, 0, 4000}) hash.add_bytes(bytes.substr(0, size));
    EXPECT_EQ(hash.digest(), digest_of(bytes));
}

TEST(ContentHash, SeesNumbersOfEveryKind) {
    ContentHash empty, number, real, digest;
    number.add_number(1);
    real.add_real(1);
    digest.add_digest({1, 0});
    EXPECT_NE(empty.digest(), number.digest());
    EXPECT_NE(number.digest(), real.digest());
    EXPECT_NE(number.digest(), digest.digest());
}

TEST(ContentHash, IsTheDigestOfItsNumbersAndTextsInARow) {
    const std::string text(5000, 'x');
    std::string row;
    ContentHash hash;
    for (unsigned char number = 0; number < 200; ++number) {
        hash.add_number(number);
        row += std::string(1, static_cast<char>(number)) + std::string(7, '\0');
    }
    hash.add_text(text);
    row += std::string("\x88\x13", 2) + std::string(6, '\0') + text;  // 5000 = 0x1388
    hash.add_number(1);
    row += std::string("\x01") + std::string(7, '\0');
    EXPECT_EQ(hash.digest(), digest_of(row));
    EXPECT_EQ(hash.digest(), digest_of(row));
}

TEST(Digest, IsWrittenWithAllItsDigits) {
    EXPECT_EQ(to_string(Digest{1, 0xab}), "000000000000000100000000000000ab");
}

}  // namespace
}  // namespace broadside
