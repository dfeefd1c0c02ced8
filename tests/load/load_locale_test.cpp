#include <gmock/gmock.h>

#include "broadside/load/load.hpp"

namespace broadside::load {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::SizeIs;

Result<model::Locale> load(const std::string& members) {
    return load_locale(
        {"de.json", R"({"format": 1, "language": "de", "translates": "lunch")" + members + "}"});
}

std::string first_error(const Result<model::Locale>& locale) {
    return locale.diagnostics().empty() ? "" : to_string(locale.diagnostics().front());
}

TEST(LoadLocale, KeepsTextsUnderTheirIds) {
    const auto locale = load(R"(, "notes": {"cash": {"text": "Nur bar."}})");
    ASSERT_TRUE(locale);
    ASSERT_THAT(locale->texts, SizeIs(1));
    EXPECT_EQ(locale->texts.at("notes/cash/text").text, "Nur bar.");
    EXPECT_EQ(locale->texts.at("notes/cash/text").pointer, "/notes/cash/text");
}

TEST(LoadLocale, CountsNamesFromNought) {
    const auto locale = load(R"(, "rows": {"olive": {"place": {"names": ["Ölbaum", "Olive"]}}})");
    ASSERT_TRUE(locale);
    EXPECT_EQ(locale->texts.at("rows/olive/place/names/1").text, "Olive");
}

TEST(LoadLocale, LeavesOutEmptyTexts) {
    const auto locale = load(R"(, "title": "", "subtitle": " ")");
    ASSERT_TRUE(locale);
    EXPECT_THAT(locale->texts, SizeIs(0));
}

TEST(LoadLocale, IsADraftUntilSomebodyHasReviewedIt) {
    EXPECT_EQ(load("")->review, model::Review::Draft);
    EXPECT_EQ(load(R"(, "review": "reviewed")")->review, model::Review::Reviewed);
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
