#include "broadside/model/layout.hpp"

#include <set>

#include <gtest/gtest.h>

namespace broadside::model {
namespace {

TEST(StyleRoleToString, GivesTheWordsOfTheFileFormat) {
    EXPECT_EQ(to_string(StyleRole::Title), "title");
    EXPECT_EQ(to_string(StyleRole::SectionDetail), "section_detail");
    EXPECT_EQ(to_string(StyleRole::Text), "text");
}

TEST(StyleRoleToString, GivesEachRoleItsOwnWord) {
    std::set<std::string_view> words;
    constexpr int kRoles = static_cast<int>(StyleRole::Text) + 1;
    for (int role = 0; role < kRoles; ++role) words.insert(to_string(static_cast<StyleRole>(role)));
    EXPECT_EQ(words.size(), static_cast<std::size_t>(kRoles));
    EXPECT_EQ(words.count(""), 0u);
}

}  // namespace
}  // namespace broadside::model
