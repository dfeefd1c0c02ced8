#include "cli/i18n_arguments.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace broadside::cli {

namespace {

using Diagnostics = std::vector<Diagnostic>;
using MaybeError = std::optional<Diagnostic>;

/// What other verbs call the same is the same.
MaybeError set_shared(std::string_view name, I18nInvocation& invocation, std::string_view value) {
    for (const CommandOption& option : command_options(Verb::Build, invocation.shared)) {
        if (option.name == name) return option.set(value);
    }
    return std::nullopt;
}

MaybeError set_format(I18nInvocation& invocation, std::string_view word) {
    const auto format = find_translation_format(word);
    if (!format) return unknown_word({"format of translations", word, {"po", "json", "jsonc"}});
    invocation.extract.format = *format;
    return std::nullopt;
}

struct I18nVerbRow {
    const char* name;
    I18nVerb verb;
    std::string_view usage;     // after "broadside i18n "
    std::string_view help;      // lines, with a line feed at the end of each
    std::string_view examples;  // the same
};

/// One row says all about an option, as for the other verbs.
struct I18nOption {
    std::string_view letter;
    std::string_view name;
    std::string_view value;  // empty: a switch
    std::string_view help;
    std::vector<I18nVerb> verbs;
    /// Null: sets what the option of that name of other verbs does.
    std::optional<Diagnostic> (*set)(I18nInvocation& invocation, std::string_view value);
};

const std::vector<I18nVerbRow>& i18n_verbs() {
    static const std::vector<I18nVerbRow> rows = {
        {"extract", I18nVerb::Extract, "extract DATASET [--lang LANG[,LANG]] [OPTION]…",
         R"(Writes the words of a dataset for translators: as gettext PO, for Poedit and its
like; as nested JSON, for Weblate and its like, where a template is the base file
that tells the words; or as JSON with comments, which tell them to you. Translations
that are there come along; those whose source has changed since are marked fuzzy.
Names, addresses and numbers are left out unless they are translated already.
)",
         R"(  broadside i18n extract data/messengers --lang it
      writes output/messengers-it.po, to be translated
  broadside i18n extract data/messengers --lang it -l flyer-a4
      says of each text how long it may be
  broadside i18n extract data/messengers
      writes output/messengers-fr.pot, a template
  broadside i18n extract data/messengers --lang it --to jsonc -l flyer-a4
      writes output/messengers-it.jsonc, to fill in with any text editor
  broadside i18n extract data/messengers --lang all --to json
)"},
        {"merge", I18nVerb::Merge, "merge DATASET FILE… [OPTION]…",
         R"(Brings files of translators, PO or JSON, back into locales/ beside the dataset.
A language that is new gets a locale. Nothing is taken away: an empty text leaves
the translation that is there. New words make a reviewed locale a draft again.
All files are merged, or none when one has errors.
)",
         R"(  broadside i18n merge data/messengers output/messengers-it.po
)"},
        {"status", I18nVerb::Status, "status DATASET [--lang LANG[,LANG]] [OPTION]…",
         R"(Counts what is translated, a line a language, of the texts that are for translation
(names, addresses and numbers are not). Names every text that is missing, stale (its
source has changed since), mismatched (marks, line breaks or placeholders differ),
obsolete (the dataset has no such text) or identical; and, where a layout is named,
every text that is too long for its place in it.
)",
         R"(  broadside i18n status data/messengers
  broadside i18n status data/messengers --lang de,it --strict
  broadside i18n status data/messengers -l flyer-a4
)"}};
    return rows;
}

const std::vector<I18nOption>& i18n_options() {
    using enum I18nVerb;
    static const std::vector<I18nOption> rows = {
        {"",
         "lang",
         "LANG[,LANG]",
         "Languages, as BCP 47 tags, or all that have a locale. Default: for extract a template "
         "without translations, for merge what the file says, for status all.",
         {Extract, Merge, Status},
         nullptr},
        {"l",
         "layout",
         "LAYOUT[,LAYOUT]",
         "Layouts to measure in: how long each text may be, and which are too long.",
         {Extract, Status},
         nullptr},
        {"",
         "to",
         "po|json|jsonc",
         "Format to write: gettext PO, nested JSON, or the same with comments. Default: by the "
         "extension of --output, else po.",
         {Extract},
         set_format},
        {"o",
         "output",
         "PATTERN",
         "Where to write; - is standard output. {id}, {name}, {lang} and {ext} stand for what they "
         "say. Default: output/{name}-{lang}.{ext}",
         {Extract},
         nullptr},
        {"",
         "names",
         "",
         "Include names, addresses and numbers, which mostly stay as they are.",
         {Extract},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.extract.names = NameTexts::Included;
             return MaybeError();
         }},
        {"",
         "creation-timestamp",
         "SECONDS",
         "Date that a PO file tells, in seconds since 1970-01-01 UTC. Default: $SOURCE_DATE_EPOCH, "
         "then 0; the clock is never read.",
         {Extract},
         [](I18nInvocation& invocation, std::string_view value) {
             invocation.extract.wants_date = true;
             return set_shared("creation-timestamp", invocation, value);
         }},
        {"",
         "fuzzy",
         "",
         "Take also the entries of a PO file that are marked fuzzy.",
         {Merge},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.merge.fuzzy = FuzzyEntries::Taken;
             return MaybeError();
         }},
        {"",
         "strict",
         "",
         "Exit with 5 when a text is missing, stale or mismatched.",
         {Status},
         [](I18nInvocation& invocation, std::string_view) {
             invocation.rule = TranslationRule::Strict;
             return MaybeError();
         }},
        {"",
         "font-manifest",
         "FILE",
         "List of the fonts to measure in, as for build.",
         {Extract, Status},
         nullptr},
        {"",
         "resources",
         "FOLDER",
         "Folder with layouts and fonts, as for build.",
         {Extract, Status},
         nullptr},
        {"",
         "diagnostics",
         "human|short|json",
         "How problems are printed: with hints, on one line each, or as one JSON object a line, "
         "the "
         "lines of status too. Default: human.",
         {Extract, Merge, Status},
         nullptr},
        {"q", "quiet", "", "Print errors and nothing else.", {Extract, Merge, Status}, nullptr}};
    return rows;
}

Diagnostics check_words(const I18nVerbRow& row, const Program& program,
                        const std::vector<std::string>& words, I18nInvocation& invocation) {
    const std::string see = see_help(program, row.name);
    if (words.empty())
        return {wrong_use("job-arguments",
                          "expected a dataset: a file, a folder with a dataset.json, or -", {see})};
    invocation.shared.job.dataset = words.front();
    const std::vector<std::string> others(words.begin() + 1, words.end());
    if (row.verb == I18nVerb::Merge) {
        invocation.merge.files = others;
        return {};
    }
    Diagnostics errors;
    for (const std::string& other : others)
        errors.push_back(
            wrong_use("job-arguments", "expected one dataset, got also \"" + other + "\"", {see}));
    return errors;
}

constexpr std::string_view kOverview =
    R"(broadside i18n takes the words of a dataset to translators and back.

Usage: broadside i18n VERB DATASET [OPTION]…

Verbs:
  extract   write a file for translators: gettext PO or nested JSON
  merge     bring such files back into locales/ beside the dataset
  status    say what is missing, stale or wrong in every language

  -h, --help   after a verb: the verb's help

A new language:
  broadside i18n extract data/messengers --lang it   writes output/messengers-it.po
  (translate it, in Poedit or any editor)
  broadside i18n merge data/messengers output/messengers-it.po
  broadside i18n status data/messengers --lang it
  broadside build data/messengers -l flyer-a4 --lang it

Exit codes: as for the other verbs, and 5: status --strict found something
            missing, stale or mismatched
)";

}  // namespace

std::vector<CommandOption> command_options(I18nVerb verb, I18nInvocation& invocation) {
    std::vector<CommandOption> bound;
    for (const I18nOption& option : i18n_options()) {
        if (std::find(option.verbs.begin(), option.verbs.end(), verb) == option.verbs.end())
            continue;
        bound.push_back({option.letter, option.name, option.value, option.help,
                         [&option, &invocation](std::string_view value) {
                             return option.set == nullptr
                                        ? set_shared(option.name, invocation, value)
                                        : option.set(invocation, value);
                         }});
    }
    return bound;
}

std::string i18n_help_text(std::optional<I18nVerb> verb) {
    for (const I18nVerbRow& row : i18n_verbs()) {
        if (row.verb != verb) continue;
        std::string text =
            fmt::format("Usage: broadside i18n {}\n\n{}\nOptions:\n", row.usage, row.help);
        I18nInvocation unused;
        for (const CommandOption& option : command_options(row.verb, unused))
            text += help_entry(option);
        return text + fmt::format("\nExamples:\n{}", row.examples);
    }
    return std::string(kOverview);
}

Diagnostics read_i18n_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                                I18nInvocation& invocation) {
    invocation.shared.job.output = kDefaultTranslationOutput;
    Diagnostics errors;
    add_source_date(surroundings, invocation.shared.job, errors);
    Program program{"broadside i18n", {}, {}};
    for (const I18nVerbRow& row : i18n_verbs())
        program.commands.push_back({row.name, command_options(row.verb, invocation)});
    const CommandLine line = read_command_line(argc, argv, program);

    add_resources(surroundings, invocation.shared.job);
    if (line.command) invocation.verb = i18n_verbs()[*line.command].verb;
    if (line.wants_help || !line.command) invocation.action = Action::Help;
    if (line.wants_help) return {};
    if (!line.command) return line.wrong_use;
    const Diagnostics wrong_use =
        line.wrong_use.empty()
            ? check_words(i18n_verbs()[*line.command], program, line.words, invocation)
            : line.wrong_use;
    errors.insert(errors.end(), line.wrong_values.begin(), line.wrong_values.end());
    errors.insert(errors.end(), wrong_use.begin(), wrong_use.end());
    return errors;
}

}  // namespace broadside::cli
