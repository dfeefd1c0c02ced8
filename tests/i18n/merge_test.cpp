#include "broadside/i18n/merge.hpp"

#include <gmock/gmock.h>

#include "broadside/base/translation.hpp"
#include "i18n/lunch.hpp"

namespace broadside::i18n {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

const std::string kNow = text_hash("Where to eat");

ExchangeEntry entry(const std::string& key, const std::string& translation,
                    const std::string& translated_from = "") {
    ExchangeEntry entry{key};
    entry.translation = translation;
    entry.translated_from = translated_from;
    return entry;
}

ExchangeEntry title(const std::string& translation, const std::string& source = "Where to eat") {
    return entry("title", translation, text_hash(source));
}

struct Merged {
    Merge merge;
    MergedLocale report;

    /// Of a file in German, where the locale says `members`.
    Merged(const std::string& members, std::vector<ExchangeEntry> entries,
           TranslationFormat format = TranslationFormat::Po,
           FuzzyEntries fuzzy = FuzzyEntries::LeftOut) {
        ExchangeFile file;
        file.format = format;
        file.entries = std::move(entries);
        merge = i18n::merge(lunch_in_german(members), file, fuzzy, report);
    }
    std::string first_message() const {
        return merge.diagnostics.empty() ? "" : to_string(merge.diagnostics.front());
    }
};

TEST(Merge, AddsATextWithTheHashOfItsSource) {
    const Merged merged("", {title("Wo")});
    EXPECT_THAT(merged.merge.change.texts, ElementsAre(Pair("title", "Wo")));
    EXPECT_THAT(merged.merge.change.hashes, ElementsAre(Pair("title", kNow)));
    EXPECT_EQ(merged.report.added, 1u);
}

TEST(Merge, ChangesNothingWhereNothingIsNew) {
    const std::string known = R"(, "title": "Wo", "translated_from": {"title": ")" + kNow + "\"}";
    EXPECT_TRUE(Merged(known, {title("Wo")}).merge.is_empty());
    EXPECT_TRUE(Merged(known, {title("")}).merge.is_empty());
    EXPECT_TRUE(Merged(R"(, "title": "Wo")", {entry("title", "Wo")}, TranslationFormat::Json)
                    .merge.is_empty());
}

TEST(Merge, ConfirmsTheSameWordsForANewSource) {
    const Merged merged(R"(, "title": "Wo", "translated_from": {"title": "00000000"})",
                        {title("Wo")});
    EXPECT_THAT(merged.merge.change.texts, IsEmpty());
    EXPECT_THAT(merged.merge.change.hashes, ElementsAre(Pair("title", kNow)));
    EXPECT_EQ(merged.report.confirmed, 1u);
}

TEST(Merge, TakesWordsOfAnOldSourceAsStale) {
    EXPECT_THAT(Merged("", {title("Wo", "Where")}).merge.change.hashes,
                ElementsAre(Pair("title", text_hash("Where"))));
}

TEST(Merge, RefusesWordsOfAnOldSourceWhereNewerOnesAre) {
    const std::string newer = R"(, "title": "Wo", "translated_from": {"title": ")" + kNow + "\"}";
    const Merged merged(newer, {title("Wohin", "Where")});
    EXPECT_TRUE(merged.merge.is_empty());
    EXPECT_EQ(merged.first_message(),
              "warning: \"title\" translates an older text than the locale does");
}

TEST(Merge, TakesOtherWordsOfALocaleForTheSourceOfToday) {
    const Merged merged(R"(, "title": "Wo", "translated_from": {"title": "00000000"})",
                        {entry("title", "Wohin", "00000000")}, TranslationFormat::Json);
    EXPECT_THAT(merged.merge.change.hashes, ElementsAre(Pair("title", kNow)));
}

TEST(Merge, LeavesFuzzyEntriesUnlessTheyAreWanted) {
    ExchangeEntry fuzzy = title("Wo");
    fuzzy.is_fuzzy = true;
    const Merged merged("", {fuzzy});
    EXPECT_TRUE(merged.merge.is_empty());
    EXPECT_EQ(merged.report.fuzzy, 1u);
    EXPECT_FALSE(Merged("", {fuzzy}, TranslationFormat::Po, FuzzyEntries::Taken).merge.is_empty());
}

TEST(Merge, NamesTheTextThatAnUnknownKeyMayMean) {
    const Merged misspelt("", {entry("notes/csah/text", "Bar")});
    EXPECT_EQ(to_string(misspelt.report.unknown.at(0)),
              "error: the dataset has no text \"notes/csah/text\"\n"
              "  hint: did you mean \"notes/cash/text\"?");
    EXPECT_THAT(misspelt.merge.diagnostics, IsEmpty());
    EXPECT_EQ(misspelt.report.refused, 1u);
    EXPECT_EQ(to_string(Merged("", {entry("", "Bar")}).report.unknown.at(0)),
              "error: expected a msgctxt, which names the text");
}

TEST(Merge, TakesTheFirstOfTwoTranslations) {
    const Merged merged("", {title("Wo"), title("Wohin")});
    EXPECT_THAT(merged.merge.change.texts, ElementsAre(Pair("title", "Wo")));
    EXPECT_EQ(merged.first_message(), "warning: \"title\" is translated a second time");
}

TEST(Merge, RefusesControlCharacters) {
    const Merged merged("", {title("W\to")});
    EXPECT_TRUE(merged.merge.is_empty());
    EXPECT_EQ(merged.first_message(), "error: expected text, got the control character U+0009");
}

TEST(Merge, RefusesAddressesThatAreNone) {
    const Merged merged("", {entry("links/map/url", "javascript:alert(1)")});
    EXPECT_TRUE(merged.merge.is_empty());
    EXPECT_EQ(merged.first_message(),
              "error: expected a URL that starts with https:, http:, mailto: or tel:, got "
              "\"javascript:alert(1)\"");
}

const LanguageRules kRules{"lunch", "en", {"de", "sv"}, ""};

LanguageRules wanting(const std::string& language) {
    LanguageRules rules = kRules;
    rules.wanted = language;
    return rules;
}

ExchangeFile saying(const std::string& language, const std::string& extracted_for = "") {
    ExchangeFile file;
    file.name = "a.po";
    file.language = language;
    file.extracted_for = extracted_for;
    return file;
}

std::string error_of(const ExchangeFile& file, const LanguageRules& rules = kRules) {
    const auto tag = language_of(file, rules);
    return tag ? "" : to_string(tag.diagnostics().front());
}

TEST(LanguageOf, IsWhatTheFileSaysOrWhatIsWanted) {
    EXPECT_EQ(language_of(saying("sv"), kRules).value(), "sv");
    EXPECT_EQ(language_of(saying("da"), kRules).value(), "da");
    EXPECT_EQ(language_of(saying(""), wanting("da")).value(), "da");
}

TEST(LanguageOf, RefusesASecondLocaleOfTheSameLanguageThatNobodyAskedFor) {
    EXPECT_EQ(error_of(saying("sv-SE", "sv")),
              "a.po: error: expected sv, got sv-SE, which would be a second locale of the same "
              "language\n"
              "  hint: --lang sv merges it into sv.json\n"
              "  hint: --lang sv-SE makes it a locale of its own, sv-SE.json");
    EXPECT_EQ(error_of(saying("da-DK", "da")),
              "a.po: error: expected da, got da-DK, which the file was not extracted for\n"
              "  hint: --lang da makes it da.json\n"
              "  hint: --lang da-DK makes it a locale of its own, da-DK.json");
}

TEST(LanguageOf, RefusesTheLongerCodeOfALanguageThatIsKnown) {
    EXPECT_EQ(error_of(saying("deu")),
              "a.po: error: expected de, got deu, which would be a second locale of the same "
              "language\n"
              "  hint: --lang de merges it into de.json");
    EXPECT_EQ(language_of(saying("deu"), wanting("de")).value(), "de");
}

TEST(LanguageOf, IsTheWantedOneHoweverTheFileWritesIt) {
    for (const char* said : {"swedish", "swe", "sv_SE.UTF-8", "nobody knows"}) {
        const auto tag = language_of(saying(said), wanting("sv"));
        ASSERT_TRUE(tag) << said;
        EXPECT_EQ(*tag, "sv");
        EXPECT_EQ(to_string(tag.diagnostics().front()),
                  std::string("a.po: note: taken for sv, though it says ") + said);
    }
}

TEST(LanguageOf, IsNotTheWantedOneWhereTheFileNamesAnother) {
    EXPECT_EQ(error_of(saying("german"), wanting("sv")),
              "a.po: error: expected the language sv, got german\n"
              "  hint: did you mean \"de\"?");
}

TEST(LanguageOf, TakesARegionThatTheFileWasExtractedFor) {
    EXPECT_EQ(language_of(saying("sv-FI", "sv-FI"), kRules).value(), "sv-FI");
}

TEST(LanguageOf, IsTheWantedOneOfTheSameLanguageAndSaysSo) {
    const auto tag = language_of(saying("sv-SE"), wanting("sv"));
    ASSERT_TRUE(tag);
    EXPECT_EQ(*tag, "sv");
    EXPECT_EQ(to_string(tag.diagnostics().front()),
              "a.po: note: taken for sv, though it says sv-SE");
    EXPECT_EQ(error_of(saying("de"), wanting("sv")),
              "a.po: error: expected the language sv, got de\n"
              "  hint: leave out --lang to take what the file says");
}

TEST(LanguageOf, RefusesWhatIsNoTagWithTheOneThatIsMeant) {
    EXPECT_EQ(error_of(saying("swedish")),
              "a.po: error: expected a language, got \"swedish\"\n"
              "  hint: did you mean \"sv\"?\n"
              "  hint: name it with --lang, or in the file's header");
}

TEST(LanguageOf, WarnsOfACodeThatDoesNotExist) {
    const auto tag = language_of(saying("xx"), kRules);
    ASSERT_TRUE(tag);
    EXPECT_EQ(to_string(tag.diagnostics().front()),
              "a.po: warning: \"xx\" is no language of ISO 639");
    EXPECT_THAT(language_of(saying("da"), kRules).diagnostics(), IsEmpty());
}

}  // namespace
}  // namespace broadside::i18n
