#include "broadside/i18n/status.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

/// The status of lunch in German, where its locale says `members`.
struct Checked {
    TranslationStatus status;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> texts;

    explicit Checked(const std::string& members, TranslationRule rule = TranslationRule::Lenient,
                     std::vector<LayoutLengths> lengths = {}) {
        const model::Locale locale = german_locale(members);
        const Places places("de.json", german(members));
        const LanguageInput input{"de",    &lunch_places(),    &locale,
                                  &places, {lunch_in(locale)}, std::move(lengths)};
        status = status_of(input, rule, diagnostics);
        for (const Diagnostic& diagnostic : diagnostics) texts.push_back(to_string(diagnostic));
    }
};

TEST(StatusOf, CountsWhatIsTranslatedAndReportsWhatIsMissingInTheDataset) {
    const Checked checked(R"(, "title": "Wo", "review": "reviewed")");
    EXPECT_EQ(checked.status.texts, 11u);
    EXPECT_EQ(checked.status.translated, 1u);
    EXPECT_EQ(checked.status.missing, 10u);
    EXPECT_TRUE(checked.status.is_reviewed);
    EXPECT_THAT(checked.texts, Contains("lunch.json:8:45: warning: [de] columns/what/title: "
                                        "\"What they cook\" is not translated"));
}

TEST(StatusOf, ReportsStaleTextsInTheLocale) {
    const Checked checked(R"(, "title": "Wo", "translated_from": {"title": "0a"})");
    EXPECT_EQ(checked.status.stale, 1u);
    EXPECT_THAT(checked.texts,
                Contains("de.json:1:65: warning: [de] title: the source has changed since this "
                         "was translated\n  hint: it is now \"Where to eat\""));
}

TEST(StatusOf, ReportsTextsThatTheDatasetDoesNotHave) {
    const Checked checked(R"(, "notes": {"csah": {"text": "Bar"}})");
    EXPECT_EQ(checked.status.obsolete, 1u);
    EXPECT_THAT(checked.texts,
                Contains("de.json:1:83: warning: [de] notes/csah/text: the dataset has no such "
                         "text\n  hint: did you mean \"notes/cash/text\"?"));
}

TEST(StatusOf, NotesWordsThatAreThoseOfTheSource) {
    const Checked checked(R"(, "title": "Where to eat", "rows": {"olive": {"price": "9.00"}})");
    EXPECT_EQ(checked.status.identical, 1u);
    EXPECT_THAT(checked.texts, Contains("de.json:1:65: note: [de] title: the same as the source: "
                                        "\"Where to eat\""));
}

TEST(StatusOf, CountsATextWithSeveralMismatchesOnce) {
    const Checked checked(R"(, "notes": {"cash": {"text": "Bar"}})");
    EXPECT_EQ(checked.status.mismatched, 1u);
    EXPECT_THAT(checked.texts,
                Contains("de.json:1:83: warning: [de] notes/cash/text: line breaks: expected 1, "
                         "got 0\n  hint: the source is \"Cash only. No **cards**, _sorry_\""));
}

TEST(StatusOf, ReportsTextsThatTheirPlaceHasNoRoomFor) {
    const Checked checked(R"(, "title": "Wo man hingeht")", TranslationRule::Lenient,
                          {{"flyer", {{"title", {30, 42.4, 10, 14}}}}, {"web", {}}});
    EXPECT_EQ(checked.status.too_long, 1u);
    EXPECT_THAT(checked.texts,
                Contains("de.json:1:65: warning: [de] title: expected at most about 10 "
                         "characters, 30.0 mm (flyer), got 14, 42.4 mm"));
}

TEST(StatusOf, MakesErrorsOfWhatIsMissingStaleOrMismatchedWhereItIsStrict) {
    const auto codes = [](const std::string& members) {
        std::vector<std::string> codes;
        for (const Diagnostic& diagnostic : Checked(members, TranslationRule::Strict).diagnostics) {
            if (diagnostic.severity == Severity::Error) codes.push_back(diagnostic.code);
        }
        return codes;
    };
    EXPECT_THAT(codes(""), Contains("translation-missing"));
    EXPECT_THAT(codes(R"(, "title": "Wo ", "translated_from": {"title": "0"})"),
                testing::IsSupersetOf({"translation-stale", "translation-mismatch"}));
    EXPECT_THAT(codes(R"(, "notes": {"x": {"text": "y"}})"), Not(Contains("translation-obsolete")));
}

TEST(StatusOf, CountsTheWordsOfAParentAsTranslated) {
    const model::Locale parent = german_locale(R"(, "title": "Where to eat")");
    std::vector<Diagnostic> diagnostics;
    const LanguageInput input{
        "de-AT",
        &lunch_places(),
        nullptr,
        nullptr,
        {make_catalogue(lunch(), lunch_places(), {"de-AT", nullptr}), lunch_in(parent)},
        {}};
    const TranslationStatus status = status_of(input, TranslationRule::Lenient, diagnostics);
    EXPECT_EQ(status.translated, 1u);
    EXPECT_EQ(status.identical, 0u);
}

}  // namespace
}  // namespace broadside::i18n
