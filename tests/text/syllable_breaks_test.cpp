#include "broadside/text/syllable_breaks.hpp"

#include <gmock/gmock.h>

#include "text/marked_breaks.hpp"

namespace broadside::text {
namespace {

using test::marked_breaks;

TEST(PartSyllables, KeepsLettersThatCloseALaoSyllable) {
    EXPECT_EQ(marked_breaks("ປະເທດລາວ", "lo"), "ປະ|ເທດ|ລາວ");
    EXPECT_EQ(marked_breaks("ພາສາ ລາວ", "lo"), "ພາ|ສາ |ລາວ");
}

TEST(PartSyllables, KeepsLettersWithAsatAndLettersBelowInBurmese) {
    EXPECT_EQ(marked_breaks("မြန်မာဘာသာ", "my"), "မြန်|မာ|ဘာ|သာ");
    EXPECT_EQ(marked_breaks("ကမ္ဘာ", "my"), "ကမ္ဘာ");
}

TEST(PartSyllables, KeepsLettersBelowAndBareLettersInKhmer) {
    EXPECT_EQ(marked_breaks("ភាសាខ្មែរ", "km"), "ភា|សា|ខ្មែរ");
}

TEST(PartSyllables, LeavesWordsThatTheAuthorParts) {
    EXPECT_EQ(marked_breaks("ភាសា\u200bខ្មែរ", "km"), "ភា~សា\u200b|ខ្មែរ");
}

TEST(PartSyllables, LeavesOtherScriptsAlone) {
    EXPECT_EQ(marked_breaks("abc שלום", "en"), "abc |שלום");
}

}  // namespace
}  // namespace broadside::text
