#include "broadside/text/syllable_breaks.hpp"

#include <gmock/gmock.h>

#include <string>

#include "broadside/text/breaks.hpp"

namespace broadside::text {
namespace {

/// With `|` where a line may end, `~` where it may in an emergency.
std::string marked(std::string_view utf8, std::string_view language) {
    const Paragraph paragraph = join_spans({{utf8, {}}});
    const std::vector<Break> breaks = find_breaks(paragraph, language);
    std::string shown;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const Character& character = paragraph.characters[i];
        shown += paragraph.utf8.substr(character.begin, character.size);
        if (breaks[i] == Break::Allowed) shown += '|';
        if (breaks[i] == Break::Emergency) shown += '~';
    }
    return shown;
}

TEST(PartSyllables, KeepsLettersThatCloseALaoSyllable) {
    EXPECT_EQ(marked("ປະເທດລາວ", "lo"), "ປະ|ເທດ|ລາວ");
    EXPECT_EQ(marked("ພາສາ ລາວ", "lo"), "ພາ|ສາ |ລາວ");
}

TEST(PartSyllables, KeepsLettersWithAsatAndLettersBelowInBurmese) {
    EXPECT_EQ(marked("မြန်မာဘာသာ", "my"), "မြန်|မာ|ဘာ|သာ");
    EXPECT_EQ(marked("ကမ္ဘာ", "my"), "ကမ္ဘာ");
}

TEST(PartSyllables, KeepsLettersBelowAndBareLettersInKhmer) {
    EXPECT_EQ(marked("ភាសាខ្មែរ", "km"), "ភា|សា|ខ្មែរ");
}

TEST(PartSyllables, LeavesWordsThatTheAuthorParts) {
    EXPECT_EQ(marked("ភាសា\u200bខ្មែរ", "km"), "ភា~សា\u200b|ខ្មែរ");
}

TEST(PartSyllables, LeavesOtherScriptsAlone) { EXPECT_EQ(marked("abc שלום", "en"), "abc |שלום"); }

}  // namespace
}  // namespace broadside::text
