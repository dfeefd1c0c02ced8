#include "broadside/i18n/merge.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

using ::testing::IsEmpty;

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
