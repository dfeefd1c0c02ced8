#include "cli/arguments.hpp"

#include <gmock/gmock.h>

#include "cli/command_line.hpp"

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
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
    EXPECT_THAT(result.errors, ElementsAre());
    EXPECT_EQ(result.invocation.action, Action::Run);
    EXPECT_EQ(result.invocation.verb, Verb::Build);
    EXPECT_EQ(result.invocation.job.dataset, "data");
    EXPECT_THAT(result.invocation.job.layouts, ElementsAre("a", "b", "c"));
    EXPECT_THAT(result.invocation.job.formats, ElementsAre("pdf"));
    EXPECT_EQ(result.invocation.job.output, "-");
    EXPECT_EQ(result.invocation.job.ppi, 300);
}

TEST(ReadArguments, TakesADashAsDatasetAndAVerbAsFileName) {
    EXPECT_EQ(read({"check", "-"}).invocation.job.dataset, "-");
    EXPECT_EQ(read({"build", "check"}).invocation.job.dataset, "check");
    EXPECT_EQ(read({"build", "--", "--odd"}).invocation.job.dataset, "--odd");
}

TEST(ReadArguments, SuggestsTheOptionThatWasMeant) {
    EXPECT_THAT(read({"build", "data", "--layuot", "a"}).errors,
                ElementsAre("error: unknown option \"--layuot\"\n"
                            "  hint: did you mean \"--layout\"?\n"
                            "  hint: see broadside build --help"));
    EXPECT_THAT(read({"check", "data", "--ppi=3"}).errors,
                ElementsAre("error: unknown option \"--ppi\"\n  hint: see broadside check --help"));
}

TEST(ReadArguments, SuggestsTheVerbThatWasMeant) {
    EXPECT_THAT(read({"biuld", "data"}).errors,
                ElementsAre("error: unknown verb \"biuld\"\n"
                            "  hint: did you mean \"build\"?\n"
                            "  hint: known: build, check, dump, fonts, i18n"));
    EXPECT_THAT(read({}).errors, ElementsAre("error: expected a verb: build, check, dump, fonts or "
                                             "i18n\n  hint: see broadside --help"));
    EXPECT_THAT(read({"--verson"}).errors, ElementsAre("error: unknown option \"--verson\"\n"
                                                       "  hint: did you mean \"--version\"?\n"
                                                       "  hint: known: --help, --version"));
}

TEST(ReadArguments, WantsOneDataset) {
    EXPECT_THAT(
        read({"dump"}).errors,
        ElementsAre("error: expected a dataset: a file, a folder with a dataset.json, or -\n"
                    "  hint: see broadside dump --help"));
    EXPECT_THAT(read({"dump", "a", "b"}).errors,
                ElementsAre("error: expected one dataset, got also \"b\"\n"
                            "  hint: see broadside dump --help"));
}

TEST(ReadArguments, TakesAJobFileInPlaceOfADataset) {
    const Read named = read({"build", "--job", "jobs.json", "--lang", "de"});
    EXPECT_THAT(named.errors, ElementsAre());
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
        ElementsAre("error: expected a dataset: a file, a folder with a dataset.json, or -\n"
                    "  hint: or name a job file with --job; there is no broadside.json here\n"
                    "  hint: see broadside build --help"));
}

TEST(ReadArguments, WantsAValueAfterAnOption) {
    EXPECT_THAT(
        read({"build", "a", "--layout"}).errors,
        ElementsAre("error: expected a value after --layout\n  hint: see broadside --help"));
}

TEST(ReadArguments, ReportsEveryWrongValue) {
    EXPECT_THAT(read({"build", "a", "--ppi", "x", "--svg-text", "y", "--diagnostics", "z"}).errors,
                ::testing::SizeIs(3));
}

TEST(ReadArguments, GivesHelpBeforeItFindsFault) {
    const Read result = read({"build", "--help"});
    EXPECT_THAT(result.errors, ElementsAre());
    EXPECT_EQ(result.invocation.action, Action::Help);
    EXPECT_EQ(result.invocation.verb, Verb::Build);
    EXPECT_FALSE(read({"-h"}).invocation.verb);
    EXPECT_EQ(read({"--version"}).invocation.action, Action::Version);
}

TEST(ReadArguments, PrefersTheCommandLineToItsSurroundings) {
    const Surroundings surroundings{{"env", "exe"}, "86400", false};
    const Read plain = read({"build", "a"}, surroundings);
    EXPECT_EQ(plain.invocation.job.creation_time, 86400);
    EXPECT_THAT(plain.invocation.job.resources, ElementsAre("env", "exe"));
    const Read given =
        read({"build", "a", "--creation-timestamp", "5", "--resources", "own"}, surroundings);
    EXPECT_EQ(given.invocation.job.creation_time, 5);
    EXPECT_THAT(given.invocation.job.resources, ElementsAre("own", "env", "exe"));
}

TEST(ReadArguments, RefusesASourceDateThatIsNone) {
    EXPECT_THAT(
        read({"build", "a"}, {{}, "yesterday", false}).errors,
        ElementsAre(
            "error: --creation-timestamp: expected seconds since 1970-01-01, got \"yesterday\"\n"
            "  hint: the value comes from $SOURCE_DATE_EPOCH"));
}

std::string set(Verb verb, Invocation& invocation, std::string_view name, std::string_view value) {
    for (const CommandOption& option : command_options(verb, invocation)) {
        if (option.name != name) continue;
        const auto error = option.set(value);
        return error ? to_string(*error) : "";
    }
    return "no such option";
}

TEST(ProgramOptions, ReadStages) {
    Invocation invocation;
    EXPECT_EQ(set(Verb::Dump, invocation, "stage", "doc"), "");
    EXPECT_EQ(invocation.stage, Stage::Doc);
    EXPECT_EQ(set(Verb::Dump, invocation, "stage", "placed"), "");
    EXPECT_EQ(invocation.stage, Stage::Placed);
    EXPECT_EQ(set(Verb::Dump, invocation, "stage", "scenes"),
              "error: unknown stage \"scenes\"\n"
              "  hint: did you mean \"scene\"?\n"
              "  hint: known: doc, placed, scene");
}

TEST(ProgramOptions, ReadFormsOfDiagnostics) {
    Invocation invocation;
    EXPECT_EQ(set(Verb::Check, invocation, "diagnostics", "json"), "");
    EXPECT_EQ(invocation.form, DiagnosticsForm::Json);
    EXPECT_EQ(set(Verb::Check, invocation, "diagnostics", "short"), "");
    EXPECT_EQ(invocation.form, DiagnosticsForm::Short);
    EXPECT_EQ(set(Verb::Check, invocation, "diagnostics", "xml"),
              "error: unknown form of diagnostics \"xml\"\n  hint: known: human, short, json");
}

TEST(ProgramOptions, ReadTheLimitOfWhatIsStale) {
    Invocation invocation;
    EXPECT_EQ(set(Verb::Check, invocation, "stale", "12months"), "");
    EXPECT_EQ(invocation.job.stale->limit, "12months");
    EXPECT_EQ(set(Verb::Check, invocation, "creation-timestamp", "86400"), "");
    EXPECT_EQ(invocation.date, 86400);
}

TEST(ProgramOptions, QuietKeepsErrors) {
    Invocation invocation;
    EXPECT_EQ(set(Verb::Check, invocation, "quiet", ""), "");
    EXPECT_EQ(invocation.loudness, Loudness::ErrorsOnly);
}

TEST(Wrapped, BreaksAtSpacesAndIndents) {
    EXPECT_EQ(wrapped("one two three", 7, 2), "one two\n  three");
    EXPECT_EQ(wrapped("averylongword b", 4, 1), "averylongword\n b");
    EXPECT_EQ(wrapped("", 4, 1), "");
}

TEST(HelpText, ListsEveryOptionOfBuild) {
    const std::string help = help_text(Verb::Build);
    for (const Option& option : options()) {
        EXPECT_THAT(help, HasSubstr("--" + std::string(option.name)));
    }
    EXPECT_THAT(help, HasSubstr("  -q, --quiet\n        Print errors and nothing else.\n"));
    EXPECT_THAT(help, Not(HasSubstr("--stage")));
}

TEST(HelpText, LeavesOutWhatAVerbDoesNotTake) {
    EXPECT_THAT(help_text(Verb::Check), Not(HasSubstr("--output")));
    EXPECT_THAT(help_text(Verb::Dump), HasSubstr("--stage doc|placed|scene"));
}

TEST(HelpText, FitsATerminal) {
    for (const std::optional<Verb> verb :
         {std::optional<Verb>(), {Verb::Build}, {Verb::Check}, {Verb::Dump}, {Verb::Fonts}}) {
        std::string help = help_text(verb);
        for (std::size_t end = help.find('\n'); end != std::string::npos; end = help.find('\n')) {
            EXPECT_LE(end, 82U) << help.substr(0, end);
            help.erase(0, end + 1);
        }
        EXPECT_EQ(help, "");
    }
}

}  // namespace
}  // namespace broadside::cli
