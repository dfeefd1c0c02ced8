#include <gmock/gmock.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::SizeIs;

Result<model::Locale> load(const std::string& members) {
    return load_locale(file_of(
        "de.json", R"({"format": 1, "language": "de", "translates": "lunch")" + members + "}"));
}

std::string first_error(const Result<model::Locale>& locale) {
    return locale.diagnostics().empty() ? "" : to_string(locale.diagnostics().front());
}

TEST(LoadLocale, KeepsTextsUnderTheirIds) {
    const auto locale = load(R"(, "notes": {"cash": {"text": "Nur bar."}})");
    ASSERT_TRUE(locale);
    ASSERT_THAT(locale->texts, SizeIs(1));
    EXPECT_EQ(locale->texts.at("notes/cash/text").text, "Nur bar.");
    EXPECT_EQ(pointer_of(locale->texts.at("notes/cash/text").place), "/notes/cash/text");
}

TEST(LoadLocale, CountsNamesFromNought) {
    const auto locale = load(R"(, "rows": {"olive": {"place": {"names": ["Ölbaum", "Olive"]}}})");
    ASSERT_TRUE(locale);
    EXPECT_EQ(locale->texts.at("rows/olive/place/names/1").text, "Olive");
}

TEST(LoadLocale, LeavesOutEmptyTexts) {
    const auto locale = load(R"(, "title": "", "subtitle": " ", "description": "\u00a0")");
    ASSERT_TRUE(locale);
    EXPECT_THAT(locale->texts, SizeIs(0));
}

TEST(LoadLocale, IsADraftUntilSomebodyHasReviewedIt) {
    EXPECT_FALSE(load("")->is_reviewed);
    EXPECT_TRUE(load(R"(, "review": "reviewed")")->is_reviewed);
}

TEST(LoadLocale, ReadsDigitsByTheirNameInCldr) {
    EXPECT_EQ(load(R"(, "digits": "arabext")")->zero_digit, U'\u06f0');
    EXPECT_FALSE(load("")->zero_digit);
}

TEST(LoadLocale, KeepsTheHashesOfWhatWasTranslated) {
    const auto locale = load(R"(, "translated_from": {"title": "9f2c"})");
    ASSERT_TRUE(locale);
    EXPECT_THAT(locale->translated_from, ElementsAre(Pair("title", "9f2c")));
}

TEST(LoadDeliveredLocale, NeedNotSayWhatItTranslates) {
    const auto locale = load_delivered_locale({"sv.json", R"({"title": "Var", "language": ""})"});
    ASSERT_TRUE(locale);
    EXPECT_EQ(locale->language, "");
    EXPECT_EQ(locale->texts.at("title").text, "Var");
    EXPECT_FALSE(load_locale(file_of("sv.json", R"({"title": "Var"})")));
}

TEST(LoadDeliveredLocale, RefusesWhatIsWrongAllTheSame) {
    EXPECT_EQ(first_error(load_delivered_locale({"sv.json", R"({"language": "swedish"})"})),
              "sv.json:1:14: error: /language: expected a BCP 47 language tag, got \"swedish\"\n"
              "  hint: did you mean \"sv\"?");
    EXPECT_FALSE(load_delivered_locale({"sv.json", R"({"titel": "Var"})"}));
}

TEST(LoadLocale, RefusesAnUnknownPart) {
    EXPECT_EQ(first_error(load(R"(, "nots": {})")),
              "de.json:1:56: error: /nots: unknown key \"nots\"\n  hint: did you mean \"notes\"?");
}

TEST(LoadLocale, RefusesWhatIsNoText) {
    EXPECT_EQ(first_error(load(R"(, "title": 7)")),
              "de.json:1:65: error: /title: expected words in quotes, got 7");
}

TEST(LoadLocale, NamesTheFileOfEveryError) {
    const auto locale = load_locale({"de.json", "{"});
    ASSERT_FALSE(locale);
    EXPECT_EQ(locale.diagnostics().front().file, "de.json");
}

}  // namespace
}  // namespace broadside::load
