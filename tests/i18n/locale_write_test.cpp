#include "broadside/i18n/locale_write.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

std::string written(const std::vector<std::pair<std::string, std::string>>& texts) {
    const std::string text = write_locale({{{"format", "1"}}, texts, {}});
    return text.substr(text.find("\n\n") + 2);
}

TEST(WriteLocale, SetsTheHeaderApartFromWordsAndHashes) {
    EXPECT_EQ(write_locale({{{"format", "1"}, {"language", "\"de\""}},
                            {{"title", "Wo"}, {"subtitle", "Nah"}, {"notes/a/text", "Bar"}},
                            {{"title", "1234abcd"}}}),
              "{\n  \"format\": 1,\n  \"language\": \"de\",\n\n  \"title\": \"Wo\",\n"
              "  \"subtitle\": \"Nah\",\n\n  \"notes\": {\n    \"a\": {\"text\": \"Bar\"}\n  },\n\n"
              "  \"translated_from\": {\n    \"title\": \"1234abcd\"\n  }\n}\n");
}

TEST(WriteLocale, WritesTheCellOfARowAsABareWord) {
    EXPECT_EQ(written({{"rows/olive/price/text", "billig"}}),
              "  \"rows\": {\n    \"olive\": {\"price\": \"billig\"}\n  }\n}\n");
}

TEST(WriteLocale, WritesNamesAsAListAndLeavesGapsEmpty) {
    EXPECT_EQ(written({{"rows/olive/place/names/1", "Öl"}}),
              "  \"rows\": {\n    \"olive\": {\n      \"place\": {\"names\": [\"\", \"Öl\"]}\n"
              "    }\n  }\n}\n");
}

TEST(WriteLocale, GivesEachTextALineWhereTogetherTheyAreLong) {
    const std::string long_text(70, 'x');
    EXPECT_EQ(written({{"notes/a/text", long_text}, {"notes/a/more", long_text}}),
              "  \"notes\": {\n    \"a\": {\n      \"text\": \"" + long_text +
                  "\",\n      \"more\": \"" + long_text + "\"\n    }\n  }\n}\n");
}

TEST(WriteLocale, LosesNoTextWhoseKeyIsTheStartOfAnother) {
    EXPECT_THAT(written({{"rows/olive/place", "Öl"}, {"rows/olive/place/detail", "mit Garten"}}),
                testing::HasSubstr(R"("place": {"text": "Öl", "detail": "mit Garten"})"));
    EXPECT_THAT(written({{"rows/olive/place/detail", "mit Garten"}, {"rows/olive/place", "Öl"}}),
                testing::HasSubstr(R"("place": {"detail": "mit Garten", "text": "Öl"})"));
}

TEST(WriteLocale, SetsCommentsAboveTextsAndLists) {
    const std::string json =
        write_locale({{{"format", "1"}},
                      {{"title", "Wo"}, {"rows/a/b/names/0", "Öl"}},
                      {},
                      {{"title", {"one", "two"}}, {"rows/a/b/names/0", {"x"}}}});
    EXPECT_EQ(json,
              "{\n  \"format\": 1,\n\n  // one\n  // two\n  \"title\": \"Wo\",\n\n"
              "  \"rows\": {\n    \"a\": {\n      \"b\": {\n        // x\n"
              "        \"names\": [\"Öl\"]\n      }\n    }\n  }\n}\n");
}

TEST(WriteLocale, TakesAnIdForAnIdThoughItIsCalledNames) {
    EXPECT_THAT(written({{"notes/names/text", "a"}}),
                testing::HasSubstr(R"("names": {"text": "a"})"));
}

}  // namespace
}  // namespace broadside::i18n
