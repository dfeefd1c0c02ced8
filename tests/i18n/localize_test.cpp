#include "broadside/i18n/localize.hpp"

#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"
#include "broadside/load/load.hpp"
#include "support/source_places.hpp"

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

model::Dataset lunch() {
    model::Dataset dataset;
    dataset.language = "en";
    dataset.title = {"Lunch", test::place_at("/title")};
    dataset.subtitle = {"At noon", test::place_at("/subtitle")};
    dataset.links = {{"map", {"12", {}}, {}, {"https://example.org", {}}}};
    return dataset;
}

model::Locale locale(std::string language, std::map<std::string, model::Text> texts) {
    model::Locale locale;
    locale.file = language + ".json";
    locale.language = std::move(language);
    locale.texts = std::move(texts);
    return locale;
}

TEST(Localize, TakesTheWordsOfTheLocale) {
    const auto german = locale("de", {{"title", {"Mittagessen", test::place_at("/title")}},
                                      {"subtitle", {"Mittags", {}}}});
    const auto localized = localize(lunch(), "de", {&german});
    EXPECT_EQ(localized->dataset.title.text, "Mittagessen");
    EXPECT_EQ(test::pointer_of(localized->dataset.title.place), "/title");
    EXPECT_EQ(localized->dataset.language, "de");
    EXPECT_THAT(localized.diagnostics(), IsEmpty());
}

TEST(Localize, TakesAListOfOneName) {
    const auto dataset = load::load_dataset(test::file_of("d.json", R"({
        "format": 1, "id": "d", "language": "en", "title": "T",
        "columns": [{"id": "n", "kind": "name", "title": "N"}],
        "sections": [{"id": "s", "rows": [{"id": "a", "n": "One"},
                                          {"id": "b", "n": ["Two", "Three"]}]}]})"))
                             .value();
    const auto german = locale("de", {{"rows/a/n/0", {"Eins", {}}}, {"rows/b/n/0", {"Zwei", {}}}});
    const auto localized = localize(dataset, "de", {&german});
    std::vector<std::string> names;
    for (const model::Row& row : localized->dataset.sections[0].rows)
        for (const model::Text& name : *(*row.cells)[0].names) names.push_back(name.text);
    EXPECT_THAT(names, ElementsAre("Eins", "Zwei", "Three"));
    for (const Diagnostic& diagnostic : localized.diagnostics())
        EXPECT_NE(diagnostic.code, "unknown-translation");
}

TEST(Localize, FallsBackToTheParentLanguage) {
    const auto austrian = locale("de-AT", {{"title", {"Jause", {}}}});
    const auto german =
        locale("de", {{"title", {"Mittagessen", {}}}, {"subtitle", {"Mittags", {}}}});
    const auto localized = localize(lunch(), "de-AT", {&austrian, &german});
    EXPECT_EQ(localized->dataset.title.text, "Jause");
    EXPECT_EQ(localized->dataset.subtitle.text, "Mittags");
    EXPECT_EQ(localized->translation.translated, 2u);
}

TEST(Localize, CountsWhatStaysInTheSourceLanguage) {
    const auto german = locale("de", {{"title", {"Mittagessen", {}}}});
    const auto localized = localize(lunch(), "de", {&german});
    EXPECT_EQ(localized->dataset.subtitle.text, "At noon");
    EXPECT_EQ(localized->translation.texts, 2u);
    EXPECT_THAT(localized->translation.fallbacks, ElementsAre(Pair("en", 1u)));
    ASSERT_THAT(localized.diagnostics(), SizeIs(1));
    EXPECT_EQ(to_string(localized.diagnostics().front()),
              "de.json: warning: [de] 1 of 2 texts is not translated and stays in en\n"
              "  hint: subtitle");
}

TEST(Localize, WarnsOnceOfTranslationsOfAnOlderSource) {
    auto german = locale(
        "de", {{"title", {"Essen", test::place_at("/title")}}, {"subtitle", {"Mittags", {}}}});
    german.translated_from = {{"title", "00000000"}, {"subtitle", text_hash("At noon")}};
    const auto one = localize(lunch(), "de", {&german});
    EXPECT_EQ(one->translation.stale, 1u);
    ASSERT_THAT(one.diagnostics(), SizeIs(1));
    EXPECT_EQ(to_string(one.diagnostics().front()),
              "de.json: warning: [de] title: the source has changed since this was translated\n"
              "  hint: broadside i18n status DATASET --lang de lists it");
    german.translated_from["subtitle"] = "00000000";
    const auto two = localize(lunch(), "de", {&german});
    ASSERT_THAT(two.diagnostics(), SizeIs(1));
    EXPECT_THAT(to_string(two.diagnostics().front()), HasSubstr(", and that of 1 more text\n"));
}

/// Those of "from 5 €", which is 4,20 € by now.
TEST(Localize, PrintsANumberInPlaceOfWordsThatWereTranslatedBefore) {
    model::Dataset dataset = lunch();
    dataset.subtitle = {"4,20 €", test::place_at("/subtitle")};
    auto german = locale("de", {{"title", {"Essen", {}}}, {"subtitle", {"ab 5 €", {}}}});
    EXPECT_EQ(localize(dataset, "de", {&german})->dataset.subtitle.text, "ab 5 €");
    german.translated_from = {{"title", "00000000"}, {"subtitle", "00000000"}};
    const auto localized = localize(dataset, "de", {&german});
    EXPECT_EQ(localized->dataset.title.text, "Essen");
    EXPECT_EQ(localized->dataset.subtitle.text, "4,20 €");
    EXPECT_EQ(localized->translation.stale, 2u);
    const auto austrian = locale("de-AT", {{"subtitle", {"4,20 Euro", {}}}});
    EXPECT_EQ(localize(dataset, "de-AT", {&austrian, &german})->dataset.subtitle.text, "4,20 Euro");
}

TEST(Localize, CountsTheStaleWordsOfAParentAndNotThoseThatAreReplaced) {
    const auto austrian = locale("de-AT", {{"title", {"Jause", {}}}});
    auto german = locale("de", {{"title", {"Essen", {}}}, {"subtitle", {"Mittags", {}}}});
    german.translated_from = {{"title", "00000000"}, {"subtitle", "00000000"}};
    EXPECT_EQ(localize(lunch(), "de-AT", {&austrian, &german})->translation.stale, 1u);
}

TEST(Localize, AsksNobodyToTranslateNumbersAndAddresses) {
    const auto localized = localize(lunch(), "en", {});
    EXPECT_EQ(localized->translation.texts, 2u);
    EXPECT_EQ(localized->translation.translated, 2u);
}

TEST(Localize, AsksForAUnitOnlyWhereALanguageWritesItOtherwise) {
    model::Dataset dataset = lunch();
    model::Column power;
    power.id = "power";
    power.unit = {"kW", {}};
    dataset.columns.push_back(power);
    const std::size_t texts = localize(lunch(), "de", {})->translation.texts;
    EXPECT_EQ(localize(dataset, "de", {})->translation.texts, texts);
    EXPECT_EQ(localize(dataset, "uk", {})->translation.texts, texts + 1);
}

TEST(Localize, LetsALocaleReplaceAnAddress) {
    const auto german = locale("de", {{"title", {"a", {}}},
                                      {"subtitle", {"b", {}}},
                                      {"links/map/url", {"https://example.org/de", {}}}});
    EXPECT_EQ(localize(lunch(), "de", {&german})->dataset.links[0].url.text,
              "https://example.org/de");
}

TEST(Localize, WarnsOfAKeyThatNamesNothing) {
    const auto german = locale("de", {{"title", {"a", {}}},
                                      {"subtitel", {"b", test::place_at("/subtitel")}},
                                      {"subtitle", {"c", {}}}});
    const auto localized = localize(lunch(), "de", {&german});
    ASSERT_THAT(localized.diagnostics(), SizeIs(1));
    EXPECT_EQ(test::told(localized.diagnostics().front()),
              "de.json: warning: /subtitel: the dataset has no text \"subtitel\"\n"
              "  hint: did you mean \"subtitle\"?");
}

TEST(Localize, TakesTheDigitsOfTheNearestLocaleThatAsks) {
    auto egyptian = locale("ar-EG", {});
    auto arabic = locale("ar", {});
    arabic.zero_digit = U'\u0660';
    EXPECT_EQ(localize(lunch(), "ar-EG", {&egyptian, &arabic})->dataset.zero_digit, U'\u0660');
    EXPECT_EQ(localize(lunch(), "en", {})->dataset.zero_digit, U'0');
}

}  // namespace
}  // namespace broadside::i18n
