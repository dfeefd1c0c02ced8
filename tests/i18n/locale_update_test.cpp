#include "broadside/i18n/locale_update.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::HasSubstr;

UpdatedLocale updated(const std::string& members, const LocaleChange& change) {
    const model::Locale locale = german_locale(members);
    return update_locale({locale.language_place.file, &locale}, lunch_in(locale), change);
}

TEST(UpdateLocale, ChangesNothingButTheWordsWhereNoneAreAdded) {
    const auto result = updated(", /* the page */\n  \"title\" :  \"Wo\",\"subtitle\":\"x\"",
                                {{{"title", "Wo \"hin\"?"}}, {}});
    EXPECT_EQ(result.bytes,
              german(", /* the page */\n  \"title\" :  \"Wo \\\"hin\\\"?\",\"subtitle\":\"x\""));
    EXPECT_EQ(result.comments, Comments::Kept);
}

TEST(UpdateLocale, ChangesAWordThatIsWrittenShort) {
    const auto result = updated(R"(, "rows": {"anchor": {"price": "billig"}})",
                                {{{"rows/anchor/price/text", "günstig"}}, {}});
    EXPECT_EQ(result.bytes, german(R"(, "rows": {"anchor": {"price": "günstig"}})"));
}

TEST(UpdateLocale, AddsHashesAtTheEnd) {
    EXPECT_EQ(
        updated(R"(, "title": "Wo")", {{}, {{"title", "0a"}}}).bytes,
        german(", \"title\": \"Wo\",\n\n  \"translated_from\": {\n    \"title\": \"0a\"\n  }"));
}

TEST(UpdateLocale, FindsTheEndOfAPartBehindItsComments) {
    const std::string notes =
        ", \"notes\": {\"cash\": {\"text\": \"\\\"Bar\\\"\" /* } */ } // }\n }";
    EXPECT_EQ(
        updated(notes, {{}, {{"notes/cash/text", "0a"}}}).bytes,
        german(notes + ",\n\n  \"translated_from\": {\n    \"notes/cash/text\": \"0a\"\n  }"));
}

TEST(UpdateLocale, KeepsHashesUnderTheKeysOfTheFile) {
    const auto result = updated(
        R"(, "rows": {"anchor": {"price": "x"}}, "translated_from": {"rows/anchor/price": "1"})",
        {{}, {{"rows/anchor/price/text", "2"}}});
    EXPECT_THAT(result.bytes, HasSubstr("{\n    \"rows/anchor/price\": \"2\"\n  }"));
}

TEST(UpdateLocale, MakesAReviewedLocaleADraftWhenItsWordsChange) {
    const std::string members = R"(, "review": "reviewed", "title": "Wo")";
    EXPECT_THAT(updated(members, {{{"title", "Wohin"}}, {}}).bytes, HasSubstr(R"("draft")"));
    EXPECT_THAT(updated(members, {{}, {{"title", "0a"}}}).bytes, HasSubstr(R"("reviewed")"));
}

TEST(UpdateLocale, WritesAnewInTheOrderOfTheDatasetWhereTextsAreAdded) {
    const auto result = updated(R"(, "notes": {"cash": {"text": "Bar"}}, "digits": "deva")",
                                {{{"title", "Wo"}}, {{"title", "0a"}}});
    EXPECT_EQ(result.bytes,
              "{\n  \"format\": 1,\n  \"language\": \"de\",\n  \"translates\": \"lunch\",\n"
              "  \"digits\": \"deva\",\n\n  \"title\": \"Wo\",\n\n  \"notes\": {\n"
              "    \"cash\": {\"text\": \"Bar\"}\n  },\n\n  \"translated_from\": {\n"
              "    \"title\": \"0a\"\n  }\n}\n");
}

TEST(UpdateLocale, SaysThatCommentsAreLostAndKeepsTextsThatTheDatasetLost) {
    const auto result =
        updated(R"(, /* ! */ "notes": {"gone": {"text": "Weg"}})", {{{"title", "Wo"}}, {}});
    EXPECT_EQ(result.comments, Comments::Lost);
    EXPECT_THAT(result.bytes, HasSubstr(R"("gone": {"text": "Weg"})"));
}

TEST(UpdateLocale, TakesTheSlashesOfAnAddressForNoComment) {
    const auto result =
        updated(R"(, "links": {"map": {"url": "https://a.org/"}})", {{{"title", "Wo"}}, {}});
    EXPECT_EQ(result.comments, Comments::Kept);
}

TEST(NewLocale, IsADraft) {
    EXPECT_EQ(new_locale(lunch_in_german(), {{{"title", "Wo"}}, {{"title", "0a"}}},
                         {"../locale.schema.json", "deva"}),
              "{\n  \"$schema\": \"../locale.schema.json\",\n  \"format\": 1,\n"
              "  \"language\": \"de\",\n  \"translates\": \"lunch\",\n  \"review\": \"draft\",\n"
              "  \"digits\": \"deva\",\n\n  \"title\": \"Wo\",\n\n  \"translated_from\": {\n"
              "    \"title\": \"0a\"\n  }\n}\n");
}

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
                ::testing::HasSubstr(R"("place": {"text": "Öl", "detail": "mit Garten"})"));
    EXPECT_THAT(written({{"rows/olive/place/detail", "mit Garten"}, {"rows/olive/place", "Öl"}}),
                ::testing::HasSubstr(R"("place": {"detail": "mit Garten", "text": "Öl"})"));
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
                ::testing::HasSubstr(R"("names": {"text": "a"})"));
}

}  // namespace
}  // namespace broadside::i18n
