#include "support/mono_shaper.hpp"

#include <gmock/gmock.h>

namespace broadside::test {
namespace {

using testing::ElementsAre;
using text::Break;

std::vector<Break> breaks_of(const char* utf8, text::Hyphenation hyphenation) {
    MonoShaper shaper;
    const auto shaped =
        shaper.shape({.spans = {{utf8, {"Mono"}}}, .language = "fr", .hyphenation = hyphenation});
    std::vector<Break> breaks;
    for (const text::Cluster& cluster : shaped->clusters) breaks.push_back(cluster.break_after);
    return breaks;
}

TEST(MonoShaper, BreaksAfterTheLastSpaceAndAfterAHyphen) {
    EXPECT_THAT(breaks_of("a  b-c", text::Hyphenation::Off),
                ElementsAre(Break::None, Break::None, Break::Allowed, Break::None, Break::Allowed,
                            Break::Mandatory));
}

TEST(MonoShaper, HoldsNoBreakSpacesTogether) {
    EXPECT_THAT(breaks_of("a\u00a0\u202fb", text::Hyphenation::Off),
                ElementsAre(Break::None, Break::None, Break::None, Break::Mandatory));
}

TEST(MonoShaper, HidesLineFeedsAndSoftHyphens) {
    MonoShaper shaper;
    const auto shaped = shaper.shape({.spans = {{"a\u00ad\nb", {"Mono"}}}});
    EXPECT_EQ(shaped->clusters[1].break_after, Break::Hyphen);
    EXPECT_EQ(shaped->clusters[2].break_after, Break::Mandatory);
    EXPECT_TRUE(shaped->clusters[1].is_hidden);
    EXPECT_TRUE(shaped->clusters[2].is_hidden);
    EXPECT_EQ(shaped->clusters[2].glyph_count, 0u);
}

TEST(MonoShaper, HyphenatesLongWordsEveryFourLettersWhenAsked) {
    EXPECT_THAT(breaks_of("abcdefgh", text::Hyphenation::On),
                ElementsAre(Break::None, Break::None, Break::None, Break::Hyphen, Break::None,
                            Break::None, Break::None, Break::Mandatory));
    EXPECT_THAT(breaks_of("abcdefgh", text::Hyphenation::Off)[3], Break::None);
    EXPECT_THAT(breaks_of("abcdefg", text::Hyphenation::On)[3], Break::None);
}

}  // namespace
}  // namespace broadside::test
