#include "cli/i18n_arguments.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

struct Read {
    I18nInvocation invocation;
    std::vector<std::string> errors;
};

Read read(std::vector<const char*> words, const Surroundings& surroundings = {}) {
    Read result;
    words.insert(words.begin(), "i18n");
    const auto errors = read_i18n_arguments(static_cast<int>(words.size()), words.data(),
                                            surroundings, result.invocation);
    for (const Diagnostic& error : errors) result.errors.push_back(to_string(error));
    return result;
}

TEST(ReadI18nArguments, FillsWhatExtractNeeds) {
    const Read result =
        read({"extract", "data", "--lang", "de,fr", "--to", "json", "-o", "x", "--names"});
    EXPECT_THAT(result.errors, IsEmpty());
    EXPECT_EQ(result.invocation.verb, I18nVerb::Extract);
    EXPECT_EQ(result.invocation.shared.job.dataset, "data");
    EXPECT_THAT(result.invocation.shared.job.languages, ElementsAre("de", "fr"));
    EXPECT_EQ(result.invocation.shared.job.output, "x");
    EXPECT_EQ(result.invocation.extract.format, TranslationFormat::Json);
    EXPECT_EQ(result.invocation.extract.names, NameTexts::Included);
}

TEST(ReadI18nArguments, TakesTheFirstWordOfMergeForTheDataset) {
    const Read result = read({"merge", "data", "a.po", "--fuzzy", "-"});
    EXPECT_THAT(result.errors, IsEmpty());
    EXPECT_EQ(result.invocation.shared.job.dataset, "data");
    EXPECT_THAT(result.invocation.merge.files, ElementsAre("a.po", "-"));
    EXPECT_EQ(result.invocation.merge.fuzzy, FuzzyEntries::Taken);
}

TEST(ReadI18nArguments, FillsWhatStatusNeeds) {
    const Read result = read({"status", "data", "--strict", "--diagnostics", "json", "-q"});
    EXPECT_THAT(result.errors, IsEmpty());
    EXPECT_EQ(result.invocation.rule, TranslationRule::Strict);
    EXPECT_EQ(result.invocation.shared.form, DiagnosticsForm::Json);
    EXPECT_EQ(result.invocation.shared.loudness, Loudness::ErrorsOnly);
}

TEST(ReadI18nArguments, HaveDefaultsOfTheirOwn) {
    const Read result = read({"extract", "data"}, {{}, "86400"});
    EXPECT_EQ(result.invocation.shared.job.output, "output/{name}-{lang}.{ext}");
    EXPECT_EQ(result.invocation.shared.job.creation_time, 86400);
}

TEST(ReadI18nArguments, SuggestWhatWasMeant) {
    EXPECT_THAT(read({"extarct", "data"}).errors,
                ElementsAre("error: unknown verb \"i18n extarct\"\n"
                            "  hint: known: extract, merge, status"));
    EXPECT_THAT(read({"status", "data", "--stric"}).errors,
                ElementsAre("error: unknown option \"--stric\"\n"
                            "  hint: did you mean \"--strict\"?\n"
                            "  hint: see broadside i18n status --help"));
    EXPECT_THAT(read({}).errors, ElementsAre("error: expected a verb of i18n: extract, merge or "
                                             "status\n  hint: see broadside i18n --help"));
}

TEST(ReadI18nArguments, WantADataset) {
    EXPECT_THAT(
        read({"merge"}).errors,
        ElementsAre("error: expected a dataset: a file, a folder with a dataset.json, or -\n"
                    "  hint: see broadside i18n merge --help"));
    EXPECT_THAT(read({"status", "a", "b"}).errors,
                ElementsAre("error: expected one dataset, got also \"b\"\n"
                            "  hint: see broadside i18n status --help"));
    EXPECT_THAT(read({"status", "a", "--lang"}).errors,
                ElementsAre("error: expected a value after --lang\n"
                            "  hint: see broadside i18n --help"));
}

TEST(ReadI18nArguments, GiveHelpAboutAVerbOrAll) {
    EXPECT_EQ(read({"merge", "--help"}).invocation.verb, I18nVerb::Merge);
    EXPECT_EQ(read({"merge", "--help"}).invocation.action, Action::Help);
    EXPECT_EQ(read({"-h"}).invocation.verb, std::nullopt);
    EXPECT_THAT(read({"-h"}).errors, IsEmpty());
}

TEST(I18nHelpText, ListsTheVerbs) {
    const std::string text = i18n_help_text(std::nullopt);
    for (const char* verb : {"  extract ", "  merge ", "  status "})
        EXPECT_THAT(text, HasSubstr(verb));
}

TEST(I18nHelpText, ListsTheOptionsOfAVerbAndNoOther) {
    const std::string text = i18n_help_text(I18nVerb::Merge);
    EXPECT_THAT(text, StartsWith("Usage: broadside i18n merge DATASET FILE… [OPTION]…\n"));
    EXPECT_THAT(text, HasSubstr("      --fuzzy\n        Take also"));
    EXPECT_THAT(text, Not(HasSubstr("--strict")));
    EXPECT_THAT(text, HasSubstr("\nExamples:\n  broadside i18n merge"));
}

std::vector<std::string_view> names(I18nVerb verb) {
    std::vector<std::string_view> names;
    I18nInvocation unused;
    for (const CommandOption& option : command_options(verb, unused)) names.push_back(option.name);
    return names;
}

std::string error_of(std::string_view name, std::string_view value) {
    I18nInvocation invocation;
    for (const CommandOption& option : command_options(I18nVerb::Extract, invocation)) {
        if (option.name != name) continue;
        const auto error = option.set(value);
        return error ? to_string(*error) : "";
    }
    return "no such option";
}

TEST(I18nOptions, AreThoseThatMeanSomethingToAVerb) {
    EXPECT_THAT(names(I18nVerb::Extract),
                ElementsAre("lang", "layout", "to", "output", "names", "creation-timestamp",
                            "font-manifest", "resources", "diagnostics", "quiet"));
    EXPECT_THAT(names(I18nVerb::Merge), ElementsAre("lang", "fuzzy", "diagnostics", "quiet"));
    EXPECT_THAT(names(I18nVerb::Status), ElementsAre("lang", "layout", "strict", "font-manifest",
                                                     "resources", "diagnostics", "quiet"));
}

TEST(I18nOptions, RefuseWordsThatMeanNothing) {
    EXPECT_EQ(error_of("to", "jsn"),
              "error: unknown format of translations \"jsn\"\n"
              "  hint: did you mean \"json\"?\n  hint: known: po, json, jsonc");
    EXPECT_EQ(error_of("to", "po"), "");
    EXPECT_NE(error_of("lang", "de,,fr"), "");
    EXPECT_NE(error_of("creation-timestamp", "today"), "");
}

}  // namespace
}  // namespace broadside::cli
