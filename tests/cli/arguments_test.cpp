#include "cli/arguments.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "broadside/emit/emit.hpp"
#include "broadside/sheets/sheet.hpp"
#include "cli/verbs.hpp"

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Read {
    Invocation invocation;
    std::vector<std::string> errors;
};

Read read(std::vector<const char*> words, const Surroundings& surroundings = {}) {
    Read result;
    words.insert(words.begin(), "broadside");
    const auto errors = read_arguments(static_cast<int>(words.size()), words.data(), surroundings,
                                       result.invocation);
    for (const Diagnostic& error : errors) result.errors.push_back(to_string(error));
    return result;
}

TEST(ReadArguments, FillsTheJob) {
    const Read result =
        read({"build", "data", "-l", "a,b", "-fpdf", "--output=-", "--ppi", "300", "-l", "c"});
    EXPECT_THAT(result.errors, IsEmpty());
    EXPECT_EQ(result.invocation.action, Action::Run);
    EXPECT_EQ(result.invocation.verb, Verb::Build);
    EXPECT_EQ(result.invocation.job.dataset, "data");
    EXPECT_THAT(result.invocation.job.layouts, ElementsAre("a", "b", "c"));
    EXPECT_THAT(result.invocation.job.formats, ElementsAre("pdf"));
    EXPECT_EQ(result.invocation.job.output, "-");
    EXPECT_EQ(result.invocation.job.output_options.ppi, 300);
}

TEST(ReadArguments, FillsWhatSingleVerbsTake) {
    EXPECT_EQ(read({"dump", "data", "--stage", "doc"}).invocation.stage, Stage::Doc);
    EXPECT_EQ(read({"dump", "data", "--stage", "placed"}).invocation.stage, Stage::Placed);
    EXPECT_EQ(read({"check", "a", "--budgets"}).invocation.subject, CheckSubject::Budgets);
    EXPECT_EQ(read({"check", "a", "--stale", "2years"}).invocation.job.stale->limit, "2years");
    EXPECT_EQ(read({"check", "a", "--creation-timestamp", "86400"}).invocation.date, 86400);
    const Read short_form = read({"fonts", "a", "--diagnostics", "short", "-q"});
    EXPECT_EQ(short_form.invocation.form, DiagnosticsForm::Short);
    EXPECT_TRUE(short_form.invocation.is_quiet);
}

TEST(ReadArguments, FillsWhatTheVerbsOfI18nTake) {
    const Read extract =
        read({"i18n", "extract", "data", "--lang", "de,fr", "--to", "json", "-o", "x", "--names"});
    EXPECT_THAT(extract.errors, IsEmpty());
    EXPECT_EQ(extract.invocation.verb, Verb::Extract);
    EXPECT_EQ(extract.invocation.job.dataset, "data");
    EXPECT_THAT(extract.invocation.job.languages, ElementsAre("de", "fr"));
    EXPECT_EQ(extract.invocation.job.output, "x");
    EXPECT_EQ(extract.invocation.extract.format, TranslationFormat::Json);
    EXPECT_EQ(extract.invocation.extract.names, NameTexts::Included);
    const Read merge = read({"i18n", "merge", "data", "a.po", "--fuzzy", "-"});
    EXPECT_THAT(merge.errors, IsEmpty());
    EXPECT_EQ(merge.invocation.job.dataset, "data");
    EXPECT_THAT(merge.invocation.merge.files, ElementsAre("a.po", "-"));
    EXPECT_EQ(merge.invocation.merge.fuzzy, FuzzyEntries::Taken);
    const Read status = read({"i18n", "status", "data", "--strict", "--diagnostics", "json"});
    EXPECT_THAT(status.errors, IsEmpty());
    EXPECT_EQ(status.invocation.rule, TranslationRule::Strict);
    EXPECT_EQ(status.invocation.form, DiagnosticsForm::Json);
}

TEST(ReadArguments, TakesADashAsDatasetAndAVerbAsFileName) {
    EXPECT_EQ(read({"check", "-"}).invocation.job.dataset, "-");
    EXPECT_EQ(read({"build", "check"}).invocation.job.dataset, "check");
    EXPECT_EQ(read({"build", "--", "--odd"}).invocation.job.dataset, "--odd");
}

TEST(ReadArguments, SaysWhatIsWrongAndWhatWasMeant) {
    const std::pair<std::vector<const char*>, const char*> wrong[] = {
        {{},
         "expected a verb: init, import, build, check, extract, dump, fonts, i18n or "
         "manifest\n"
         "  hint: see broadside --help"},
        {{"biuld", "data"},
         "unknown verb \"biuld\"\n"
         "  hint: did you mean \"build\"?\n"
         "  hint: known: init, import, build, check, extract, dump, fonts, i18n, manifest"},
        {{"--verson"},
         "unknown option \"--verson\"\n"
         "  hint: did you mean \"--version\"?\n"
         "  hint: known: --help, --version"},
        {{"build", "data", "--layuot", "a"},
         "unknown option \"--layuot\"\n"
         "  hint: did you mean \"--layout\"?\n"
         "  hint: see broadside build --help"},
        {{"check", "data", "--ppi=3"},
         "unknown option \"--ppi\"\n"
         "  hint: see broadside check --help"},
        {{"build", "a", "--layout"},
         "expected a value after --layout\n"
         "  hint: see broadside --help"},
        {{"dump"},
         "expected a dataset: a file, a folder with a dataset.json or .yaml, or -\n"
         "  hint: see broadside dump --help"},
        {{"dump", "a", "b"},
         "expected one dataset, got also \"b\"\n"
         "  hint: see broadside dump --help"},
        {{"dump", "a", "--stage", "scenes"},
         "unknown stage \"scenes\"\n"
         "  hint: did you mean \"scene\"?\n"
         "  hint: known: doc, placed, scene"},
        {{"check", "a", "--diagnostics", "xml"},
         "unknown form of diagnostics \"xml\"\n"
         "  hint: known: human, short, json"},
        {{"i18n"},
         "expected a verb of i18n: extract, merge, status or pseudo\n"
         "  hint: see broadside i18n --help"},
        {{"i18n", "extarct", "data"},
         "unknown verb \"i18n extarct\"\n"
         "  hint: known: extract, merge, status, pseudo"},
        {{"i18n", "status", "data", "--stric"},
         "unknown option \"--stric\"\n"
         "  hint: did you mean \"--strict\"?\n"
         "  hint: see broadside i18n status --help"},
        {{"i18n", "status", "a", "--lang"},
         "expected a value after --lang\n"
         "  hint: see broadside i18n --help"},
        {{"i18n", "merge"},
         "expected a dataset: a file, a folder with a dataset.json or .yaml, or -\n"
         "  hint: see broadside i18n merge --help"},
        {{"i18n", "status", "a", "b"},
         "expected one dataset, got also \"b\"\n"
         "  hint: see broadside i18n status --help"},
        {{"i18n", "extract", "a", "--to", "jsn"},
         "unknown format of translations \"jsn\"\n"
         "  hint: did you mean \"json\"?\n"
         "  hint: known: po, json, jsonc"},
    };
    for (const auto& [words, error] : wrong)
        EXPECT_THAT(read(words).errors, ElementsAre("error: " + std::string(error)));
}

TEST(ReadArguments, ReportsEveryWrongValue) {
    EXPECT_THAT(read({"build", "a", "--ppi", "x", "--svg-text", "y", "--diagnostics", "z"}).errors,
                ::testing::SizeIs(3));
    EXPECT_THAT(
        read({"i18n", "extract", "a", "--lang", "de,,fr", "--creation-timestamp", "today"}).errors,
        ::testing::SizeIs(2));
}

TEST(ReadArguments, TakesAJobFileInPlaceOfADataset) {
    const Read named = read({"build", "--job", "jobs.json", "--lang", "de"});
    EXPECT_THAT(named.errors, IsEmpty());
    EXPECT_EQ(named.invocation.job_file, "jobs.json");
    ASSERT_EQ(named.invocation.given.size(), 1U);
    EXPECT_EQ(named.invocation.given[0]->name, "lang");
    EXPECT_THAT(read({"build", "data", "--job", "jobs.json"}).errors,
                ElementsAre("error: expected a dataset or --job, got both\n"
                            "  hint: see broadside build --help"));
}

TEST(ReadArguments, LooksForTheUsualJobFileWithoutADataset) {
    EXPECT_EQ(read({"build"}, {{}, {}, true}).invocation.job_file, "broadside.json");
    EXPECT_EQ(read({"build", "data"}, {{}, {}, true}).invocation.job_file, "");
    EXPECT_THAT(
        read({"build"}).errors,
        ElementsAre(
            "error: expected a dataset: a file, a folder with a dataset.json or .yaml, or -\n"
            "  hint: or name a job file with --job; there is no broadside.json here\n"
            "  hint: see broadside build --help"));
}

TEST(ReadArguments, GivesHelpBeforeItFindsFault) {
    for (const std::vector<const char*>& words : {std::vector{"build", "--help"},
                                                  {"i18n", "merge", "--help"},
                                                  {"-h"},
                                                  {"i18n", "-h"},
                                                  {"help"}}) {
        const Read result = read(words);
        EXPECT_THAT(result.errors, IsEmpty());
        EXPECT_EQ(result.invocation.action, Action::Help);
        EXPECT_EQ(result.invocation.verb.has_value(), std::string_view(words.back()) == "--help");
    }
    EXPECT_EQ(read({"--version"}).invocation.action, Action::Version);
}

TEST(ReadArguments, PrefersTheCommandLineToItsSurroundings) {
    const Surroundings surroundings{{"env", "exe"}, "86400", false};
    const Read plain = read({"build", "a"}, surroundings);
    EXPECT_EQ(plain.invocation.job.output_options.creation_time, 86400);
    EXPECT_THAT(plain.invocation.job.resources, ElementsAre("env", "exe"));
    const Read given =
        read({"build", "a", "--creation-timestamp", "5", "--resources", "own"}, surroundings);
    EXPECT_EQ(given.invocation.job.output_options.creation_time, 5);
    EXPECT_THAT(given.invocation.job.resources, ElementsAre("own", "env", "exe"));
    const Read words = read({"i18n", "extract", "a"}, surroundings);
    EXPECT_EQ(words.invocation.job.output_options.creation_time, 86400);
    EXPECT_EQ(words.invocation.job.output, "output/{name}-{lang}.{ext}");
}

TEST(ReadArguments, RefusesASourceDateThatIsNone) {
    EXPECT_THAT(
        read({"build", "a"}, {{}, "yesterday", false}).errors,
        ElementsAre(
            "error: --creation-timestamp: expected seconds since 1970-01-01, got \"yesterday\"\n"
            "  hint: the value comes from $SOURCE_DATE_EPOCH"));
}

std::vector<std::string_view> option_names(Verb verb) {
    std::vector<std::string_view> names;
    Invocation unused;
    for (const CommandOption& option : command_options(verb, unused)) names.push_back(option.name);
    return names;
}

TEST(CommandOptions, AreThoseThatMeanSomethingToAVerb) {
    EXPECT_THAT(option_names(Verb::Fonts), ElementsAre("layout", "lang", "records", "font-manifest",
                                                       "resources", "diagnostics", "quiet"));
    EXPECT_THAT(option_names(Verb::Extract),
                ElementsAre("lang", "layout", "to", "output", "names", "creation-timestamp",
                            "font-manifest", "resources", "diagnostics", "quiet"));
    EXPECT_THAT(option_names(Verb::Merge), ElementsAre("lang", "fuzzy", "diagnostics", "quiet"));
    EXPECT_THAT(option_names(Verb::Status), ElementsAre("lang", "layout", "strict", "font-manifest",
                                                        "resources", "diagnostics", "quiet"));
}

TEST(Wrapped, BreaksAtSpacesAndIndents) {
    EXPECT_EQ(wrapped("one two three", 7, 2), "one two\n  three");
    EXPECT_EQ(wrapped("averylongword b", 4, 1), "averylongword\n b");
    EXPECT_EQ(wrapped("", 4, 1), "");
}

TEST(HelpText, ListsTheOptionsOfAVerbAndNoOther) {
    const std::string build = help_text(Verb::Build);
    for (const Option& option : options())
        EXPECT_THAT(build, HasSubstr("--" + std::string(option.name)));
    EXPECT_THAT(build, HasSubstr("  -q, --quiet\n        Print errors and nothing else.\n"));
    EXPECT_THAT(build, Not(HasSubstr("--stage")));
    const std::string merge = help_text(Verb::Merge);
    EXPECT_THAT(merge,
                ::testing::StartsWith("Usage: broadside i18n merge DATASET FILE… [OPTION]…\n"));
    EXPECT_THAT(merge, HasSubstr("\nOptions:\n      --lang LANG[,LANG]\n"));
    EXPECT_THAT(merge, HasSubstr("      --fuzzy\n        Take also"));
    EXPECT_THAT(merge, HasSubstr("\n\nExamples:\n  broadside i18n merge"));
}

TEST(HelpText, FitsATerminal) {
    std::string help = help_text(VerbGroup::Pages);
    for (const VerbRow& row : kVerbsOfPages) help += help_text(row.verb);
    for (std::size_t end = help.find('\n'); end != std::string::npos; end = help.find('\n')) {
        EXPECT_LE(end, 82U) << help.substr(0, end);
        help.erase(0, end + 1);
    }
    EXPECT_EQ(help, "");
}

TEST(HelpText, SaysOfEveryVerbHowItIsUsedAndWhatItDoes) {
    for (const VerbGroup group : {VerbGroup::Pages, VerbGroup::Words, VerbGroup::Manifests}) {
        for (const VerbRow& row : verbs_of(group)) {
            EXPECT_THAT(help_text(group), HasSubstr(fmt::format("\n  {} ", row.name)));
            EXPECT_THAT(help_text(row.verb), ::testing::StartsWith("Usage: broadside "));
            EXPECT_THAT(help_text(row.verb), HasSubstr(fmt::format(" {} ", row.name)));
            EXPECT_THAT(help_text(row.verb), HasSubstr("\nExample"));
        }
    }
}

TEST(HelpText, NamesEveryFormat) {
    for (const emit::Format& format : emit::formats()) {
        std::string name(format.name);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        EXPECT_THAT(help_text(VerbGroup::Pages), HasSubstr(name));
    }
    for (const std::string_view name : sheets::sheet_formats())
        EXPECT_THAT(help_text(Verb::Import), HasSubstr(std::string(name)));
}

}  // namespace
}  // namespace broadside::cli
