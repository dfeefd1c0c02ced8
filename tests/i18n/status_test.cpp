#include "broadside/i18n/status.hpp"

#include <gmock/gmock.h>

#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// The status of lunch in German, where its locale says `members`.
struct Checked {
    TranslationStatus status;
    Diagnostics diagnostics;
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
                ::testing::IsSupersetOf({"translation-stale", "translation-mismatch"}));
    EXPECT_THAT(codes(R"(, "notes": {"x": {"text": "y"}})"), Not(Contains("translation-obsolete")));
}

std::vector<std::string> between(const std::string& source, const std::string& translation,
                                 model::TextForm form = model::TextForm::Rich) {
    Message message;
    message.source = source;
    message.translation = translation;
    message.form = form;
    return mismatches(message);
}

TEST(Mismatches, AreNoneInAFaithfulTranslation) {
    EXPECT_THAT(between("**a** b _c_\nd {n}", "b {n} **a**\n_c_ d"), IsEmpty());
    EXPECT_THAT(between("**", "a **", model::TextForm::Literal), IsEmpty());
    EXPECT_THAT(between("a", ""), IsEmpty());
}

TEST(Mismatches, AreLostAndAddedMarks) {
    EXPECT_THAT(between("**a** b", "a b"),
                ElementsAre("stretches of **strong** text: expected 1, got 0"));
    EXPECT_THAT(between("a _b_", "_a_ c _b_"),
                ElementsAre("stretches of _small_ text: expected 1, got 2"));
    EXPECT_THAT(between("a b", "a **b"), ElementsAre("expected every ** to have a partner"));
    EXPECT_THAT(between("a b", "a _b"), ElementsAre("expected every _ to have a partner"));
    EXPECT_THAT(between("a **b \\*\\*", "a **b \\*\\*"), IsEmpty());
    EXPECT_THAT(between("a b", "a\\nb"),
                ElementsAre("expected no \\ but before *, _ or another \\"));
}

TEST(Mismatches, AreMarksThatReachIntoTheNextParagraph) {
    Message message;
    message.form = model::TextForm::Rich;
    message.key = "texts/intro";
    message.source = "**a**\n\n**b** c";
    message.translation = "**a\n\nb** c";
    EXPECT_THAT(mismatches(message), ElementsAre("stretches of **strong** text: expected 2, got 0",
                                                 "expected every ** to have a partner"));
    message.translation = "**a**\n\n**b** d";
    EXPECT_THAT(mismatches(message), IsEmpty());
}

TEST(Mismatches, AreMarksInATextThatHasNoMarkup) {
    EXPECT_THAT(between("a", "**a**", model::TextForm::Literal),
                ElementsAre("expected no **: this text has no markup"));
}

TEST(Mismatches, CountAStretchOnceThoughPartOfItIsSmall) {
    EXPECT_THAT(between("**a _b_ c**", "**x**_y_"), IsEmpty());
}

TEST(Mismatches, AreLineBreaks) {
    EXPECT_THAT(between("a\nb", "a b"), ElementsAre("line breaks: expected 1, got 0"));
}

TEST(Mismatches, ArePlaceholders) {
    EXPECT_THAT(between("{n} of {m}", "{m} / {k}"),
                ElementsAre("expected the placeholders [{m}, {n}], got [{k}, {m}]"));
    EXPECT_THAT(between("{ a }", "( a )"), IsEmpty());
    EXPECT_THAT(between("{{name}} and {n}", "{n} et {{nom}}"), IsEmpty());
}

TEST(Mismatches, AreSpacesAtTheEnds) {
    EXPECT_THAT(between("a", " a"),
                ElementsAre("expected the same space at the start as in the source"));
    EXPECT_THAT(between("a ", "a"),
                ElementsAre("expected the same space at the end as in the source"));
}

TEST(Mismatches, AreTheSignBeforeAVerdict) {
    EXPECT_THAT(between("= yes", "ja"),
                ElementsAre("expected \"= \" at the start, or not, as in the source"));
}

}  // namespace
}  // namespace broadside::i18n
