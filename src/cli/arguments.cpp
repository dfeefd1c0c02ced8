#include "cli/arguments.hpp"

#include <string>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/parsing.hpp"
#include "cli/program_option.hpp"

namespace broadside::cli {

namespace {

using Diagnostics = std::vector<Diagnostic>;

struct VerbRow {
    const char* name;
    Verb verb;
    Action action;
    HelpTopic topic;
};

constexpr VerbRow kVerbs[] = {{"build", Verb::Build, Action::Build, HelpTopic::Build},
                              {"check", Verb::Check, Action::Check, HelpTopic::Check},
                              {"dump", Verb::Dump, Action::Dump, HelpTopic::Dump},
                              {"fonts", Verb::Fonts, Action::Fonts, HelpTopic::Fonts}};

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
    if (line.command) invocation.topic = kVerbs[*line.command].topic;
    if (line.wants_version || line.wants_help) {
        invocation.action = line.wants_version ? Action::Version : Action::Help;
        return {};
    }
    if (!line.command) return line.wrong_use;
    const VerbRow& row = kVerbs[*line.command];
    invocation.action = row.action;
    if (!line.words.empty()) invocation.job.dataset = line.words.front();
    const Diagnostics wrong_use =
        line.wrong_use.empty() ? check_source(row, program, line.words, surroundings, invocation)
                               : line.wrong_use;
    errors.insert(errors.end(), line.wrong_values.begin(), line.wrong_values.end());
    errors.insert(errors.end(), wrong_use.begin(), wrong_use.end());
    return errors;
}

}  // namespace broadside::cli
