#include "broadside/i18n/status.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::Contains;
using ::testing::Not;

/// The status of lunch in German, where its locale says `members`.
struct Checked {
    TranslationStatus status;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> texts;

    explicit Checked(const std::string& members, TranslationRule rule = TranslationRule::Lenient,
                     std::vector<LayoutLengths> lengths = {}) {
        const model::Locale locale = german_locale(members);
        const LanguageInput input{"de", &locale, {lunch_in(locale)}, std::move(lengths)};
        status = status_of(input, rule, diagnostics);
        for (const Diagnostic& diagnostic : diagnostics) texts.push_back(to_string(diagnostic));
    }
};

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

}  // namespace
}  // namespace broadside::i18n
