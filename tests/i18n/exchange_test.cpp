#include "broadside/i18n/exchange.hpp"

#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"
#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Catalogue lunch_template() { return make_catalogue(lunch(), {"en", nullptr}); }

std::string written(const Catalogue& catalogue, ExtractOptions options) {
    if (options.format == TranslationFormat::Po) options.format = TranslationFormat::Json;
    return write_exchange(extract(catalogue, options));
}

TEST(Extract, SaysWhatATextIsAndWhereItStands) {
    const ExchangeFile file = extract(lunch_in_german(R"(, "title": "Wo")"), {});
    EXPECT_EQ(file.dataset, "lunch");
    EXPECT_EQ(file.language, "de");
    ASSERT_THAT(file.entries, SizeIs(11));
    EXPECT_EQ(file.entries[0].key, "title");
    EXPECT_EQ(file.entries[0].source, "Where to eat");
    EXPECT_EQ(file.entries[0].translation, "Wo");
    EXPECT_EQ(file.entries[0].place.file, "lunch.json");
    EXPECT_EQ(file.entries[0].place.position.line, 3u);
    EXPECT_THAT(file.entries[0].notes, ElementsAre("heading of the page"));
}

TEST(Extract, MakesATemplateOfTheSourceLanguage) {
    const ExchangeFile file = extract(lunch_template(), {});
    EXPECT_TRUE(file.is_template());
    EXPECT_THAT(file.entries[0].translation, IsEmpty());
}

TEST(Extract, MarksStaleTextsAndTellsTheirOldSourceWhereItIsKnown) {
    const std::string hash = text_hash("Where");
    const Catalogue catalogue =
        lunch_in_german(R"(, "title": "Wo", "translated_from": {"title": ")" + hash + "\"}");
    const auto title = [&](const std::string& previous) {
        ExtractOptions options;
        options.previous = {{"title", previous}};
        return extract(catalogue, options).entries[0];
    };
    EXPECT_TRUE(title("Where").is_fuzzy);
    EXPECT_EQ(title("Where").previous_source, "Where");
    EXPECT_EQ(title("Where to sit").previous_source, "");
}

TEST(WriteJson, LeavesEmptyWhatIsNotTranslated) {
    const std::string json = written(lunch_in_german(R"(, "title": "Wo")"), {});
    EXPECT_THAT(json, HasSubstr(R"("title": "Wo")"));
    EXPECT_THAT(json, HasSubstr(R"("cash": {"text": ""})"));
    EXPECT_THAT(json, Not(HasSubstr("Olive")));
    EXPECT_TRUE(load::load_locale({"de.json", json}));
}

TEST(WriteJson, HasTheWordsOfTheSourceInItsLanguage) {
    const std::string json = written(lunch_template(), {});
    EXPECT_THAT(json, HasSubstr(R"("language": "en")"));
    EXPECT_THAT(json, HasSubstr(R"("title": "Where to eat")"));
}

TEST(WriteJson, NamesItsSchemaWhereThereIsOne) {
    ExtractOptions options;
    options.schema = "../schema/locale.schema.json";
    EXPECT_THAT(written(lunch_template(), options),
                testing::StartsWith("{\n  \"$schema\": \"../schema/locale.schema.json\",\n"));
    EXPECT_THAT(written(lunch_template(), {}), Not(HasSubstr("$schema")));
}

TEST(WriteJson, TellsTheWordsToTranslateAndHowLongTheyMayBeInComments) {
    ExtractOptions options;
    options.format = TranslationFormat::CommentedJson;
    options.lengths = {{"flyer", {{"title", {30, 20, 15, 10}}}}};
    const std::string json = written(lunch_in_german(), options);
    EXPECT_THAT(json, HasSubstr("\n  // heading of the page\n"
                                "  // at most about 15 characters as wide as the source's, 30.0 mm "
                                "(flyer)\n"
                                "  // en: \"Where to eat\"\n  \"title\": \"\""));
    EXPECT_THAT(json, HasSubstr("      // en: \"Cash only.\\nNo **cards**, _sorry_\"\n"
                                "      \"text\": \"\"\n"));
    EXPECT_TRUE(load::load_locale({"de.json", json}));
}

TEST(WriteJson, KeepsWhatIsKnownOfTheSources) {
    const std::string members = R"(, "title": "Wo", "translated_from": {"title": "0a", "x": "1"})";
    EXPECT_THAT(written(lunch_in_german(members), {}), HasSubstr("{\n    \"title\": \"0a\"\n  }"));
}

TEST(ReadExchange, ReadsALocale) {
    const auto file =
        read_exchange({"a.txt", R"({"format": 1, "language": "hi", "translates": "lunch",
          "digits": "deva", "title": "X", "translated_from": {"title": "0a"}})"});
    ASSERT_TRUE(file);
    EXPECT_EQ(file->digits, "deva");
    EXPECT_EQ(file->extracted_for, "hi");
    ASSERT_THAT(file->entries, SizeIs(1));
    EXPECT_EQ(file->entries[0].translated_from, "0a");
    EXPECT_EQ(file->entries[0].place.position.line, 2u);
}

TEST(ReadExchange, KnowsTheFormatByItsBeginning) {
    EXPECT_EQ(read_exchange({"a.json", "\xEF\xBB\xBF\n# words"})->format, TranslationFormat::Po);
    EXPECT_EQ(read_exchange({"a.po", " {}"})->format, TranslationFormat::Json);
    EXPECT_EQ(read_exchange({"a.po", "// words\n{}"})->format, TranslationFormat::Json);
}

TEST(ReadExchange, ReportsWhatIsWrongInEither) {
    EXPECT_FALSE(read_exchange({"a.po", "msgid"}));
    EXPECT_FALSE(read_exchange({"a.json", "{"}));
}

}  // namespace
}  // namespace broadside::i18n
