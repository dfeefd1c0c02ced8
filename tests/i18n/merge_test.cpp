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

/// As from a PO file, which shows the source beside the text.
DeliveredText beside(const std::string& text, const std::string& source = "Where to eat") {
    DeliveredText delivered{"title", text, text_hash(source)};
    delivered.is_beside_source = true;
    return delivered;
}

Merge merged(const std::string& members, const DeliveredText& text, Fuzzy fuzzy = Fuzzy::Leave) {
    return merge(lunch_in_german(members), {"a.po", "de", "lunch", "", {text}}, fuzzy);
}

std::string first_message(const Merge& merge) {
    return merge.diagnostics.empty() ? "" : to_string(merge.diagnostics.front());
}

TEST(Merge, AddsATextWithTheHashOfItsSource) {
    const Merge merge = merged("", beside("Wo"));
    EXPECT_THAT(merge.change.texts, ElementsAre(Pair("title", "Wo")));
    EXPECT_THAT(merge.change.hashes, ElementsAre(Pair("title", kNow)));
    EXPECT_EQ(merge.counts.added, 1u);
}

TEST(Merge, ChangesNothingWhereNothingIsNew) {
    const std::string known = R"(, "title": "Wo", "translated_from": {"title": ")" + kNow + "\"}";
    EXPECT_TRUE(merged(known, beside("Wo")).is_empty());
    EXPECT_TRUE(merged(R"(, "title": "Wo")", {"title", "Wo"}).is_empty());
}

TEST(Merge, ConfirmsTheSameWordsForANewSource) {
    const Merge merge =
        merged(R"(, "title": "Wo", "translated_from": {"title": "00000000"})", beside("Wo"));
    EXPECT_THAT(merge.change.texts, IsEmpty());
    EXPECT_THAT(merge.change.hashes, ElementsAre(Pair("title", kNow)));
    EXPECT_EQ(merge.counts.confirmed, 1u);
}

TEST(Merge, TakesWordsOfAnOldSourceAsStale) {
    const Merge merge = merged("", beside("Wo", "Where"));
    EXPECT_THAT(merge.change.hashes, ElementsAre(Pair("title", text_hash("Where"))));
}

TEST(Merge, RefusesWordsOfAnOldSourceWhereNewerOnesAre) {
    const std::string newer = R"(, "title": "Wo", "translated_from": {"title": ")" + kNow + "\"}";
    const Merge merge = merged(newer, beside("Wohin", "Where"));
    EXPECT_TRUE(merge.is_empty());
    EXPECT_EQ(first_message(merge),
              "warning: \"title\" translates an older text than the locale does");
}

TEST(Merge, TakesOtherWordsOfALocaleForTheSourceOfToday) {
    const Merge merge = merged(R"(, "title": "Wo", "translated_from": {"title": "00000000"})",
                               {"title", "Wohin", "00000000"});
    EXPECT_THAT(merge.change.hashes, ElementsAre(Pair("title", kNow)));
}

TEST(Merge, LeavesFuzzyEntriesUnlessTheyAreWanted) {
    DeliveredText text = beside("Wo");
    text.is_fuzzy = true;
    EXPECT_TRUE(merged("", text).is_empty());
    EXPECT_EQ(merged("", text).counts.fuzzy, 1u);
    EXPECT_FALSE(merged("", text, Fuzzy::Take).is_empty());
}

TEST(Merge, NamesTheTextThatAnUnknownKeyMayMean) {
    const Merge misspelt = merged("", {"notes/csah/text", "Bar"});
    EXPECT_EQ(to_string(misspelt.unknown.at(0)),
              "error: the dataset has no text \"notes/csah/text\"\n"
              "  hint: did you mean \"notes/cash/text\"?");
    EXPECT_THAT(misspelt.diagnostics, IsEmpty());
    EXPECT_EQ(misspelt.counts.refused, 1u);
    EXPECT_EQ(to_string(merged("", {"", "Bar"}).unknown.at(0)),
              "error: expected a msgctxt, which names the text");
}

TEST(Merge, TakesTheFirstOfTwoTranslations) {
    const Merge merge = broadside::i18n::merge(
        lunch_in_german(), {"a.po", "de", "lunch", "", {beside("Wo"), beside("Wohin")}},
        Fuzzy::Leave);
    EXPECT_THAT(merge.change.texts, ElementsAre(Pair("title", "Wo")));
    EXPECT_EQ(first_message(merge), "warning: \"title\" is translated a second time");
}

TEST(Merge, RefusesControlCharacters) {
    const Merge merge = merged("", beside("W\to"));
    EXPECT_TRUE(merge.is_empty());
    EXPECT_EQ(first_message(merge), "error: expected text, got the control character U+0009");
}

TEST(Merge, RefusesAddressesThatAreNone) {
    const Merge merge = merged("", {"links/map/url", "javascript:alert(1)"});
    EXPECT_TRUE(merge.is_empty());
    EXPECT_EQ(first_message(merge),
              "error: expected a URL that starts with https:, http:, mailto: or tel:, got "
              "\"javascript:alert(1)\"");
}

}  // namespace
}  // namespace broadside::i18n
