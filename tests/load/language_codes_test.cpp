#include "broadside/load/language/language_codes.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace broadside::load {
namespace {

TEST(LanguageCodes, AreSortedAndOfTheirLength) {
    const auto codes = language_codes();
    EXPECT_TRUE(std::is_sorted(
        codes.begin(), codes.end(),
        [](const LanguageCode& one, const LanguageCode& other) { return one.tag < other.tag; }));
    for (const LanguageCode& code : codes) {
        EXPECT_EQ(code.tag.size(), 2u);
        EXPECT_EQ(code.three.size(), 3u) << code.tag;
        EXPECT_FALSE(code.names.empty()) << code.tag;
    }
}

TEST(LanguageCodes, HaveEveryLanguageOfIso6391) { EXPECT_EQ(language_codes().size(), 183u); }

}  // namespace
}  // namespace broadside::load
