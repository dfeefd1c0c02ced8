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

}  // namespace
}  // namespace broadside::i18n
