#include "cli/arguments.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>

#include <fmt/format.h>

#include "cli/verbs.hpp"

namespace broadside::cli {

namespace {

using MaybeError = std::optional<Diagnostic>;

constexpr Word<Stage> kStages[] = {
    {"doc", Stage::Doc}, {"placed", Stage::Placed}, {"scene", Stage::Scene}};
constexpr Word<DiagnosticsForm> kForms[] = {{"human", DiagnosticsForm::Human},
                                            {"short", DiagnosticsForm::Short},
                                            {"json", DiagnosticsForm::Json}};

/// A bit for each verb.
constexpr unsigned set_of(std::initializer_list<Verb> verbs) {
    unsigned set = 0;
    for (const Verb verb : verbs) set |= 1U << static_cast<unsigned>(verb);
    return set;
}

constexpr unsigned set_of(std::span<const VerbRow> rows) {
    unsigned set = 0;
    for (const VerbRow& row : rows) set |= set_of({row.verb});
    return set;
}

constexpr unsigned kOfPages = set_of(kVerbsOfPages);
constexpr unsigned kSetting = kOfPages & ~set_of({Verb::Init, Verb::Import, Verb::ExtractSources});
constexpr unsigned kOfWords = set_of(kVerbsOfWords);
constexpr unsigned kOfManifests = set_of(kVerbsOfManifests);
constexpr unsigned kMeasured = set_of({Verb::Extract, Verb::Status});

/// An option that no job has, or that means something else to this verb.
struct ProgramOption {
    std::string_view letter;
    std::string_view name;
    std::string_view value;  // empty: a switch
    std::string_view help;
    unsigned verbs;  // that it means something to, by `set_of`
    /// Null: sets what the job's option of that name does.
    MaybeError (*set)(Invocation& invocation, std::string_view value);
};

MaybeError set_form(Invocation& invocation, std::string_view word) {
    return set_word("form of diagnostics", word, kForms, invocation.form);
}

MaybeError set_creation_time(Job& job, std::string_view seconds) {
    return find_option("creation-timestamp")->set(job, seconds);
}

constexpr ProgramOption kProgramOptions[] = {
    {"", "job", "FILE",
     "Make the jobs of this file. Options of the command line count in place of the file's. "
     "Default, without a dataset: broadside.json.",
     set_of({Verb::Build}), set_text<&Invocation::job_file>},
    {"", "stage", kChoice<kStages>,
     "The document with everything looked up, the pages with everything in its place, or what "
     "is drawn. Default: scene.",
     set_of({Verb::Dump}),
     [](Invocation& invocation, std::string_view word) {
         return set_word("stage", word, kStages, invocation.stage);
     }},
    {"", "budgets", "",
     "Print how much longer each text may be at the type size and in the place where it "
     "stands, the tightest ones first; with --diagnostics json all of them, as one object a "
     "line.",
     set_of({Verb::Check}), set_to<CheckSubject::Budgets, &Invocation::subject>},
    {"", "stale", "AGE|DATE",
     "Warn of every row and cell that was checked before, or that has a source and was never "
     "checked: 12months (days, weeks, years) ago, or before a date as 2026-01-01.",
     set_of({Verb::Check}),
     [](Invocation& invocation, std::string_view limit) {
         invocation.job.stale = StaleRequest{std::string(limit), 0};
         return MaybeError();
     }},
    {"", "creation-timestamp", "SECONDS",
     "Date that --stale counts back from, in seconds since 1970-01-01 UTC. Default: "
     "$SOURCE_DATE_EPOCH, then today.",
     set_of({Verb::Check}),
     [](Invocation& invocation, std::string_view seconds) {
         auto error = set_creation_time(invocation.job, seconds);
         invocation.date = invocation.job.output_options.creation_time;
         return error;
     }},
    {"", "lang", "LANG[,LANG]",
     "Languages, as BCP 47 tags, or all that have a locale. Default: for extract a template "
     "without translations, for merge what the file says, for status all, for pseudo en-XA and "
     "ar-XB.",
     kOfWords, nullptr},
    {"l", "layout", "LAYOUT[,LAYOUT]",
     "Layouts to measure in: how long each text may be, and which are too long.", kMeasured,
     nullptr},
    {"", "to", kChoice<kTranslationFormats>,
     "Format to write: gettext PO, nested JSON, or the same with comments. Default: by the "
     "extension of --output, else po.",
     set_of({Verb::Extract}),
     [](Invocation& invocation, std::string_view word) {
         return set_word("format of translations", word, kTranslationFormats,
                         invocation.extract.format);
     }},
    {"o", "output", "PATTERN",
     "Where to write; - is standard output. {id}, {name}, {lang} and {ext} stand for what they "
     "say. Default: output/{name}-{lang}.{ext}",
     set_of({Verb::Extract}), nullptr},
    {"", "names", "", "Include names, addresses and numbers, which mostly stay as they are.",
     set_of({Verb::Extract}),
     set_to<NameTexts::Included, &Invocation::extract, &ExtractRequest::names>},
    {"", "creation-timestamp", "SECONDS",
     "Date that a PO file tells, in seconds since 1970-01-01 UTC. Default: $SOURCE_DATE_EPOCH, "
     "then 0; the clock is never read.",
     set_of({Verb::Extract}),
     [](Invocation& invocation, std::string_view seconds) {
         invocation.extract.wants_date = true;
         return set_creation_time(invocation.job, seconds);
     }},
    {"o", "output", "FOLDER",
     "Where to write the files. Default: a folder that is called as the PDF, without .pdf.",
     set_of({Verb::ExtractSources}), set_text<&Invocation::destination>},
    {"o", "output", "FOLDER",
     "Where the dataset goes, or lies. Default: a folder that is called as the file, without its "
     "ending.",
     set_of({Verb::Import}), set_text<&Invocation::destination>},
    {"", "sheet", "NAME|N",
     "Which sheet of a workbook, or table of a Markdown file. Default: the first.",
     set_of({Verb::Import}), set_text<&Invocation::import_request, &ImportRequest::sheet>},
    {"", "lang", "LANG", "Language of the sheet, as a BCP 47 tag. Default: a guess.",
     set_of({Verb::Import}), set_text<&Invocation::import_request, &ImportRequest::language>},
    {"", "encoding", "NAME",
     "Encoding of a text file, as iconv calls it. Default: UTF-8 or UTF-16, else a guess.",
     set_of({Verb::Import}), set_text<&Invocation::import_request, &ImportRequest::encoding>},
    {"", "force", "", "Overwrite files that are there already.", set_of({Verb::ExtractSources}),
     nullptr},
    {"", "fuzzy", "", "Take also the entries of a PO file that are marked fuzzy.",
     set_of({Verb::Merge}), set_to<FuzzyEntries::Taken, &Invocation::merge, &MergeRequest::fuzzy>},
    {"", "strict", "", "Exit with 5 when a text is missing, stale or mismatched.",
     set_of({Verb::Status}), set_to<TranslationRule::Strict, &Invocation::rule>},
    {"", "font-manifest", "FILE", "List of the fonts to measure in, as for build.", kMeasured,
     nullptr},
    {"", "resources", "FOLDER", "Folder with layouts and fonts, as for build.", kMeasured, nullptr},
    {"", "diagnostics", kChoice<kForms>,
     "How errors and warnings are printed: with hints, on one line each, or as one JSON object "
     "a line. Default: human.",
     kOfPages, set_form},
    {"", "diagnostics", kChoice<kForms>,
     "How problems are printed: with hints, on one line each, or as one JSON object a line, "
     "the lines of status too. Default: human.",
     kOfWords, set_form},
    {"o", "output", "FILE",
     "Where to write the manifest. Default: manifest.json in the folder of the first.",
     set_of({Verb::MergeManifests}), set_text<&Invocation::destination>},
    {"", "force", "", "Overwrite a file of another kind.", set_of({Verb::MergeManifests}), nullptr},
    {"", "diagnostics", kChoice<kForms>,
     "How problems are printed: with hints, on one line each, or as one JSON object a line. "
     "Default: human.",
     kOfManifests, set_form},
    {"q", "quiet", "", "Print errors and nothing else.", kOfPages | kOfWords | kOfManifests,
     set_to<true, &Invocation::is_quiet>},
};

Program program_of(Invocation& invocation) {
    Program program{"broadside", {}, {"i18n", "manifest"}, true};
    if (invocation.group == VerbGroup::Words) program = {"broadside i18n", {}, {}, false};
    if (invocation.group == VerbGroup::Manifests) program = {"broadside manifest", {}, {}, false};
    for (const VerbRow& row : verbs_of(invocation.group))
        program.commands.push_back({row.name, command_options(row.verb, invocation)});
    return program;
}

/// Set before the command line is read, so that its own date wins.
void set_source_date(const Surroundings& surroundings, Job& job, Diagnostics& errors) {
    if (!surroundings.source_date_epoch) return;
    if (auto error = set_creation_time(job, *surroundings.source_date_epoch)) {
        error->hints.push_back("the value comes from $SOURCE_DATE_EPOCH");
        errors.push_back(*std::move(error));
    }
}

Diagnostic no_dataset(Verb verb, const std::string& see) {
    Hints hints = {see};
    if (verb == Verb::Build)
        hints.insert(
            hints.begin(),
            fmt::format("or name a job file with --job; there is no {} here", kJobFileName));
    return wrong_use("job-arguments",
                     "expected a dataset: a file, a folder with a dataset.json or .yaml, or -",
                     std::move(hints));
}

/// What stands on the command line beside options: a dataset, which a job file may stand for, and
/// for a merge the files of translators.
Diagnostics read_words(const VerbRow& row, const std::string& see,
                       const std::vector<std::string>& words, Invocation& invocation) {
    if (words.empty() && row.verb == Verb::Init)
        return {wrong_use("job-arguments", "expected a folder to make", {see})};
    if (words.empty() && row.verb == Verb::Import)
        return {wrong_use("job-arguments", "expected a spreadsheet to import", {see})};
    const bool is_of_manifests = invocation.group == VerbGroup::Manifests;
    if (words.empty() && is_of_manifests)
        return {wrong_use("job-arguments", "expected a manifest", {see})};
    if (words.empty() && invocation.job_file.empty()) return {no_dataset(row.verb, see)};
    if (words.empty()) return {};
    if (!invocation.job_file.empty())
        return {wrong_use("job-arguments", "expected a dataset or --job, got both", {see})};
    if (is_of_manifests) {
        invocation.manifests = words;
        return {};
    }
    invocation.job.dataset = words.front();
    const std::vector<std::string> others(words.begin() + 1, words.end());
    if (row.verb == Verb::Merge) {
        invocation.merge.files = others;
        return {};
    }
    Diagnostics errors;
    for (const std::string& other : others)
        errors.push_back(wrong_use("job-arguments",
                                   fmt::format("expected one {}, got also \"{}\"",
                                               row.verb == Verb::Init     ? "folder"
                                               : row.verb == Verb::Import ? "spreadsheet"
                                                                          : "dataset",
                                               other),
                                   {see}));
    return errors;
}

}  // namespace

std::vector<CommandOption> command_options(Verb verb, Invocation& invocation) {
    std::vector<CommandOption> bound;
    const auto set_in_job = [&invocation](const Option& option) {
        return [&option, &invocation](std::string_view value) {
            invocation.given.push_back(&option);
            return option.set(invocation.job, value);
        };
    };
    for (const Option& option : options()) {
        const unsigned verbs = option.only_build ? set_of({Verb::Build}) : kSetting;
        if ((verbs & set_of({verb})) == 0) continue;
        bound.push_back(
            {option.letter, option.name, option.value, option.help, set_in_job(option)});
    }
    for (const ProgramOption& option : kProgramOptions) {
        if ((option.verbs & set_of({verb})) == 0) continue;
        CommandOption& added = bound.emplace_back(
            CommandOption{option.letter, option.name, option.value, option.help, {}});
        if (option.set == nullptr) {
            added.set = set_in_job(*find_option(option.name));
        } else {
            added.set = [&option, &invocation](std::string_view value) {
                return option.set(invocation, value);
            };
        }
    }
    return bound;
}

Diagnostics read_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                           Invocation& invocation) {
    std::vector<const char*> asked(argv, argv + argc);
    if (argc > 1 && argv[1] == std::string_view("help")) {
        std::rotate(asked.begin() + 1, asked.begin() + 2, asked.end());
        asked.back() = "--help";
        argv = asked.data();
    }
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "i18n") {
        invocation.group = VerbGroup::Words;
        invocation.job.output = kDefaultTranslationOutput;
    }
    if (first == "manifest") invocation.group = VerbGroup::Manifests;
    if (invocation.group != VerbGroup::Pages) {
        --argc;
        ++argv;
    }
    Diagnostics errors;
    set_source_date(surroundings, invocation.job, errors);
    const Program program = program_of(invocation);
    const CommandLine line = read_command_line(argc, argv, program);

    // Those of the command line are searched first.
    invocation.job.resources.insert(invocation.job.resources.end(), surroundings.resources.begin(),
                                    surroundings.resources.end());
    invocation.job.cache = surroundings.cache;
    if (surroundings.source_date_epoch && !invocation.date)
        invocation.date = invocation.job.output_options.creation_time;
    if (invocation.job.stale)
        invocation.job.stale->now = invocation.date.value_or(surroundings.now);
    const auto verbs = verbs_of(invocation.group);
    if (line.command) invocation.verb = verbs[*line.command].verb;
    if (line.wants_version || line.wants_help) {
        invocation.action = line.wants_version ? Action::Version : Action::Help;
        return {};
    }
    if (!line.command) return line.wrong_use;
    invocation.action = Action::Run;
    const VerbRow& row = verbs[*line.command];
    const bool has_source = !line.words.empty() || !invocation.job_file.empty();
    if (row.verb == Verb::Build && !has_source && surroundings.has_job_file)
        invocation.job_file = kJobFileName;
    append(errors, line.wrong_values);
    append(errors, line.wrong_use.empty()
                       ? read_words(row, see_help(program, row.name), line.words, invocation)
                       : line.wrong_use);
    return errors;
}

}  // namespace broadside::cli
