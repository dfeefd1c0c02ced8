#include "cli/arguments.hpp"

#include <string>

#include <fmt/format.h>

namespace broadside::cli {

namespace {

using Diagnostics = std::vector<Diagnostic>;
using MaybeError = std::optional<Diagnostic>;

/// An option that says how to speak to the user, and nothing about pages.
struct ProgramOption {
    std::string_view letter;
    std::string_view name;
    std::string_view value;  // empty: a switch
    std::string_view help;
    std::optional<Verb> only;  // the verb that it means something to; none: all of them
    std::optional<Diagnostic> (*set)(Invocation& invocation, std::string_view value);
};

MaybeError set_stage(Invocation& invocation, std::string_view word) {
    if (word == "doc") {
        invocation.stage = Stage::Doc;
    } else if (word == "placed") {
        invocation.stage = Stage::Placed;
    } else if (word == "scene") {
        invocation.stage = Stage::Scene;
    } else {
        return unknown_word({"stage", word, {"doc", "placed", "scene"}});
    }
    return std::nullopt;
}

MaybeError set_form(Invocation& invocation, std::string_view word) {
    if (word == "human") {
        invocation.form = DiagnosticsForm::Human;
    } else if (word == "short") {
        invocation.form = DiagnosticsForm::Short;
    } else if (word == "json") {
        invocation.form = DiagnosticsForm::Json;
    } else {
        return unknown_word({"form of diagnostics", word, {"human", "short", "json"}});
    }
    return std::nullopt;
}

constexpr ProgramOption kProgramOptions[] = {
    {"", "job", "FILE",
     "Make the jobs of this file. Options of the command line count in place of the file's. "
     "Default, without a dataset: broadside.json.",
     Verb::Build,
     [](Invocation& invocation, std::string_view file) {
         invocation.job_file = file;
         return MaybeError();
     }},
    {"", "stage", "doc|placed|scene",
     "The document with everything looked up, the pages with everything in its place, or what is "
     "drawn. "
     "Default: scene.",
     Verb::Dump, set_stage},
    {"", "budgets", "",
     "Print how much longer each text may be at the type size and in the place where it stands, "
     "the "
     "tightest ones first; with --diagnostics json all of them, as one object a line.",
     Verb::Check,
     [](Invocation& invocation, std::string_view) {
         invocation.subject = CheckSubject::Budgets;
         return MaybeError();
     }},
    {"", "stale", "AGE|DATE",
     "Warn of every row and cell that was checked before, or that has a source and was never "
     "checked: 12months (days, weeks, years) ago, or before a date as 2026-01-01.",
     Verb::Check,
     [](Invocation& invocation, std::string_view limit) {
         invocation.job.stale = StaleRequest{std::string(limit), 0};
         return MaybeError();
     }},
    {"", "creation-timestamp", "SECONDS",
     "Date that --stale counts back from, in seconds since 1970-01-01 UTC. Default: "
     "$SOURCE_DATE_EPOCH, then today.",
     Verb::Check,
     [](Invocation& invocation, std::string_view seconds) {
         auto error = find_option("creation-timestamp")->set(invocation.job, seconds);
         invocation.date = invocation.job.creation_time;
         return error;
     }},
    {"", "diagnostics", "human|short|json",
     "How errors and warnings are printed: with hints, on one line each, or as one JSON object a "
     "line. "
     "Default: human.",
     std::nullopt, set_form},
    {"q", "quiet", "", "Print errors and nothing else.", std::nullopt,
     [](Invocation& invocation, std::string_view) {
         invocation.loudness = Loudness::ErrorsOnly;
         return MaybeError();
     }},
};

struct VerbRow {
    const char* name;
    Verb verb;
};

constexpr VerbRow kVerbs[] = {
    {"build", Verb::Build}, {"check", Verb::Check}, {"dump", Verb::Dump}, {"fonts", Verb::Fonts}};

/// Where a build's dataset comes from: the command line, else a job file.
Diagnostics check_source(const VerbRow& row, const Program& program,
                         const std::vector<std::string>& datasets, const Surroundings& surroundings,
                         Invocation& invocation) {
    const std::string see = see_help(program, row.name);
    const bool is_named = !invocation.job_file.empty();
    if (is_named && !datasets.empty())
        return {wrong_use("job-arguments", "expected a dataset or --job, got both", {see})};
    Diagnostics errors;
    for (std::size_t index = 1; index < datasets.size(); ++index)
        errors.push_back(wrong_use(
            "job-arguments", "expected one dataset, got also \"" + datasets[index] + "\"", {see}));
    if (is_named || !datasets.empty()) return errors;
    if (row.verb == Verb::Build && surroundings.has_job_file) {
        invocation.job_file = kJobFileName;
        return {};
    }
    Hints hints = {see};
    if (row.verb == Verb::Build)
        hints.insert(
            hints.begin(),
            fmt::format("or name a job file with --job; there is no {} here", kJobFileName));
    return {wrong_use("job-arguments",
                      "expected a dataset: a file, a folder with a dataset.json, or -",
                      std::move(hints))};
}

}  // namespace

std::vector<CommandOption> command_options(Verb verb, Invocation& invocation) {
    std::vector<CommandOption> bound;
    for (const Option& option : options()) {
        if (option.only_build && verb != Verb::Build) continue;
        bound.push_back({option.letter, option.name, option.value, option.help,
                         [&option, &invocation](std::string_view value) {
                             invocation.given.push_back(&option);
                             return option.set(invocation.job, value);
                         }});
    }
    for (const ProgramOption& option : kProgramOptions) {
        if (option.only && *option.only != verb) continue;
        bound.push_back({option.letter, option.name, option.value, option.help,
                         [&option, &invocation](std::string_view value) {
                             return option.set(invocation, value);
                         }});
    }
    return bound;
}

Diagnostics read_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                           Invocation& invocation) {
    Diagnostics errors;
    add_source_date(surroundings, invocation.job, errors);
    Program program{"broadside", {}, {"i18n"}, true};
    for (const VerbRow& row : kVerbs)
        program.commands.push_back({row.name, command_options(row.verb, invocation)});
    const CommandLine line = read_command_line(argc, argv, program);

    add_resources(surroundings, invocation.job);
    if (surroundings.source_date_epoch && !invocation.date)
        invocation.date = invocation.job.creation_time;
    if (invocation.job.stale)
        invocation.job.stale->now = invocation.date.value_or(surroundings.now);
    if (line.command) invocation.verb = kVerbs[*line.command].verb;
    if (line.wants_version || line.wants_help) {
        invocation.action = line.wants_version ? Action::Version : Action::Help;
        return {};
    }
    if (!line.command) return line.wrong_use;
    const VerbRow& row = kVerbs[*line.command];
    invocation.action = Action::Run;
    if (!line.words.empty()) invocation.job.dataset = line.words.front();
    const Diagnostics wrong_use =
        line.wrong_use.empty() ? check_source(row, program, line.words, surroundings, invocation)
                               : line.wrong_use;
    errors.insert(errors.end(), line.wrong_values.begin(), line.wrong_values.end());
    errors.insert(errors.end(), wrong_use.begin(), wrong_use.end());
    return errors;
}

}  // namespace broadside::cli
