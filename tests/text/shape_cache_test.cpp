#include "broadside/text/shape_cache.hpp"

#include <gtest/gtest.h>

namespace broadside::text {
namespace {

std::shared_ptr<const Shaped> any() { return std::make_shared<const Shaped>(); }

TEST(CacheKey, DependsOnEverythingInTheRequest) {
    const Request base{.spans = {{"a", {"F"}}}, .language = "fr"};
    std::vector<Request> others(7, base);
    others[0].spans[0].text = "b";
    others[1].spans[0].font.family = "G";
    others[2].spans[0].font.weight = kBoldWeight;
    others[3].spans[0].font.slant = FontSlant::Italic;
    others[4].language = "de";
    others[5].direction = Direction::RightToLeft;
    others[6].hyphenation = Hyphenation::On;
    for (const Request& other : others) EXPECT_NE(cache_key(base), cache_key(other));
    EXPECT_EQ(cache_key(base), cache_key(Request(base)));
}

TEST(CacheKey, TellsWhereSpansEnd) {
    const Request two{.spans = {{"ab", {"F"}}, {"c", {"F"}}}};
    const Request other{.spans = {{"a", {"F"}}, {"bc", {"F"}}}};
    EXPECT_NE(cache_key(two), cache_key(other));
}

TEST(ShapeCache, FindsWhatWasInserted) {
    ShapeCache cache(2);
    const auto shaped = any();
    cache.insert("a", shaped);
    EXPECT_EQ(cache.find("a"), shaped);
    EXPECT_EQ(cache.find("b"), nullptr);
}

TEST(ShapeCache, ForgetsWhatWasUsedLongestAgo) {
    ShapeCache cache(2);
    cache.insert("a", any());
    cache.insert("b", any());
    cache.find("a");
    cache.insert("c", any());
    EXPECT_EQ(cache.size(), 2u);
    EXPECT_TRUE(cache.find("a"));
    EXPECT_FALSE(cache.find("b"));
}

}  // namespace
}  // namespace broadside::text
