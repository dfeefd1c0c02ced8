#include "cli/i18n_arguments.hpp"

#include <string>

#include "cli/command_line.hpp"
#include "cli/parsing.hpp"

namespace broadside::cli {

namespace {

using Diagnostics = std::vector<Diagnostic>;

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

}  // namespace

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
    if (line.wants_help || !line.command) invocation.action = I18nInvocation::Action::Help;
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
