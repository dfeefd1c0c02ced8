#include "broadside/text/hyphenation_patterns.hpp"

#include <gmock/gmock.h>

namespace broadside::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::size_t> points(std::string_view dictionary, std::string_view word) {
    return HyphenationPatterns::parse(dictionary)->points(word);
}

TEST(HyphenationPatterns, PartsWhereTheHighestDigitIsOdd) {
    EXPECT_THAT(points("UTF-8\na1b\n", "abab"), ElementsAre(1, 3));
    EXPECT_THAT(points("UTF-8\na1b\na2ba\n", "abab"), ElementsAre(3));
    EXPECT_THAT(points("UTF-8\na1b\na2ba\na3ba1b\n", "abab"), ElementsAre(1, 3));
}

TEST(HyphenationPatterns, LooksOnlyAtTheLongestStretchThatBeginsAPattern) {
    EXPECT_THAT(points("UTF-8\nb1c\nabcx\n", "abcd"), IsEmpty());
    EXPECT_THAT(points("UTF-8\nb1c\nabcx\n", "bcd"), ElementsAre(1));
}

TEST(HyphenationPatterns, TakesTheLastOfEqualPatterns) {
    EXPECT_THAT(points("UTF-8\na1b\na2b\n", "ab"), IsEmpty());
}

TEST(HyphenationPatterns, AnchorsPatternsAtFullStops) {
    EXPECT_THAT(points("UTF-8\n.a1b\n", "abab"), ElementsAre(1));
    EXPECT_THAT(points("UTF-8\na1b.\n", "abab"), ElementsAre(3));
}

TEST(HyphenationPatterns, SkipsCommentsSettingsAndRespellings) {
    EXPECT_THAT(
        points("UTF-8\n# 1b\n% 1b\nLEFTHYPHENMIN 2\nNOHYPHEN 1\na1b/bb=b,1,2\nb1a\r\n", "abab"),
        ElementsAre(2));
}

TEST(HyphenationPatterns, ReadsOtherEncodings) {
    EXPECT_THAT(points("ISO8859-1\n\xE4"
                       "1b\n",
                       "äb"),
                ElementsAre(2));
    EXPECT_FALSE(HyphenationPatterns::parse("MARTIAN\na1b\n"));
}

TEST(HyphenationPatterns, PartsTheComponentsOfACompound) {
    const char* dictionary = "UTF-8\nhaus1tür\nNEXTLEVEL\n.tü1r\nu1s\n";
    EXPECT_THAT(points(dictionary, "haustür"), ElementsAre(4));
    EXPECT_THAT(points("UTF-8\nab1cd\nNEXTLEVEL\n.cd1e\n", "abcdef"), ElementsAre(2, 4));
}

TEST(HyphenationPatterns, SurvivesAnEmptyFile) { EXPECT_THAT(points("UTF-8", "abab"), IsEmpty()); }

}  // namespace
}  // namespace broadside::text
