#include "cli/program_option.hpp"

#include <iterator>

#include "cli/parsing.hpp"

namespace broadside::cli {

namespace {

using MaybeError = std::optional<Diagnostic>;

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

constexpr ProgramOption kOptions[] = {
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
         auto error = set_creation_time(invocation.job, seconds);
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

}  // namespace

ProgramOptionTable program_options() { return {std::begin(kOptions), std::end(kOptions)}; }

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
    for (const ProgramOption& option : program_options()) {
        if (option.only && *option.only != verb) continue;
        bound.push_back({option.letter, option.name, option.value, option.help,
                         [&option, &invocation](std::string_view value) {
                             return option.set(invocation, value);
                         }});
    }
    return bound;
}

}  // namespace broadside::cli
