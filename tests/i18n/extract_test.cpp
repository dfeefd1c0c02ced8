#include "broadside/i18n/extract.hpp"

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

Catalogue lunch_template() { return make_catalogue(lunch(), lunch_places(), {"en", nullptr}); }

TEST(ExtractPo, SaysWhatATextIsAndWhereItStands) {
    const PoFile file = extract_po(lunch_in_german(R"(, "title": "Wo")"), {});
    ASSERT_THAT(file.entries, SizeIs(11));
    EXPECT_EQ(file.entries[0].context, "title");
    EXPECT_EQ(file.entries[0].source, "Where to eat");
    EXPECT_EQ(file.entries[0].translation, "Wo");
    EXPECT_EQ(file.entries[0].reference, "lunch.json:3");
    EXPECT_THAT(file.entries[0].notes, ElementsAre("heading of the page"));
}

TEST(ExtractPo, TellsTheDateOfTheJobAndTheLanguageInTheWayOfGettext) {
    const PoFile file = extract_po(make_catalogue(lunch(), lunch_places(), {"zh-Hant", nullptr}),
                                   {Names::Leave, 1700000000, {}, {}});
    EXPECT_EQ(file.field("Language"), "zh_Hant");
    EXPECT_EQ(file.field("POT-Creation-Date"), "2023-11-14 22:13+0000");
    EXPECT_EQ(file.field("X-Broadside-Dataset"), "lunch");
    EXPECT_EQ(file.field("X-Broadside-Language"), "zh-Hant");
}

TEST(ExtractPo, MakesATemplateOfTheSourceLanguage) {
    const PoFile file = extract_po(lunch_template(), {});
    EXPECT_TRUE(file.is_template);
    EXPECT_EQ(file.field("Language"), "");
    EXPECT_EQ(file.field("X-Broadside-Language"), "");
    EXPECT_THAT(file.entries[0].translation, IsEmpty());
}

TEST(ExtractPo, MarksStaleTextsAndTellsTheirOldSourceWhereItIsKnown) {
    const std::string hash = text_hash("Where");
    const Catalogue catalogue =
        lunch_in_german(R"(, "title": "Wo", "translated_from": {"title": ")" + hash + "\"}");
    const auto title = [&](const std::string& previous) {
        return extract_po(catalogue, {Names::Leave, 0, {{"title", previous}}, {}}).entries[0];
    };
    EXPECT_TRUE(title("Where").is_fuzzy);
    EXPECT_EQ(title("Where").previous, "Where");
    EXPECT_EQ(title("Where to sit").previous, "");
}

TEST(ExtractJson, LeavesEmptyWhatIsNotTranslated) {
    const std::string json = extract_json(lunch_in_german(R"(, "title": "Wo")"), {});
    EXPECT_THAT(json, HasSubstr(R"("title": "Wo")"));
    EXPECT_THAT(json, HasSubstr(R"("cash": {"text": ""})"));
    EXPECT_THAT(json, Not(HasSubstr("Olive")));
    EXPECT_TRUE(load::load_locale({"de.json", json}));
}

TEST(ExtractJson, HasTheWordsOfTheSourceInItsLanguage) {
    const std::string json = extract_json(lunch_template(), {});
    EXPECT_THAT(json, HasSubstr(R"("language": "en")"));
    EXPECT_THAT(json, HasSubstr(R"("title": "Where to eat")"));
}

TEST(ExtractJson, NamesItsSchemaWhereThereIsOne) {
    ExtractOptions options;
    options.schema = "../schema/locale.schema.json";
    EXPECT_THAT(extract_json(lunch_template(), options),
                testing::StartsWith("{\n  \"$schema\": \"../schema/locale.schema.json\",\n"));
    EXPECT_THAT(extract_json(lunch_template(), {}), Not(HasSubstr("$schema")));
}

TEST(ExtractCommentedJson, TellsTheWordsToTranslateAndHowLongTheyMayBe) {
    ExtractOptions options;
    options.rooms = {{"flyer", {{"title", {30, 20, 15, 10}}}}};
    const std::string json = extract_commented_json(lunch_in_german(), options);
    EXPECT_THAT(json, HasSubstr("\n  // heading of the page\n"
                                "  // at most about 15 characters as wide as the source's, 30.0 mm "
                                "(flyer)\n"
                                "  // en: \"Where to eat\"\n  \"title\": \"\""));
    EXPECT_THAT(json, HasSubstr("      // en: \"Cash only.\\nNo **cards**, _sorry_\"\n"
                                "      \"text\": \"\"\n"));
    EXPECT_TRUE(load::load_locale({"de.json", json}));
}

TEST(ExtractJson, KeepsWhatIsKnownOfTheSources) {
    const std::string members = R"(, "title": "Wo", "translated_from": {"title": "0a", "x": "1"})";
    EXPECT_THAT(extract_json(lunch_in_german(members), {}),
                HasSubstr("{\n    \"title\": \"0a\"\n  }"));
}

TEST(IsPoDate, IsOfFourDigitYears) {
    EXPECT_TRUE(is_po_date(0));
    EXPECT_FALSE(is_po_date(253402300800));
}

}  // namespace
}  // namespace broadside::i18n
