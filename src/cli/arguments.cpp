#include "cli/arguments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

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

std::string help_of(const VerbRow& row) {
    return std::string("see broadside ") + row.name + " --help";
}

std::vector<std::string> known_flags(Verb verb) {
    std::vector<std::string> names = {"--help"};
    for (const Option& option : options()) {
        if (applies(option, verb)) names.push_back("--" + std::string(option.name));
    }
    for (const ProgramOption& option : program_options()) {
        if (applies(option, verb)) names.push_back("--" + std::string(option.name));
    }
    return names;
}

/// One verb's part of the parser; errors of values are collected while it runs.
struct VerbParser {
    const VerbRow* row = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::string> datasets;
    bool wants_help = false;
};

void note_given(const Option& option, Invocation& invocation) {
    invocation.given.push_back(&option);
}
void note_given(const ProgramOption&, Invocation&) {}

Job& target_of(const Option&, Invocation& invocation) { return invocation.job; }
Invocation& target_of(const ProgramOption&, Invocation& invocation) { return invocation; }

template <typename Row>
void add_option(CLI::App& app, const Row& row, Invocation& invocation, Diagnostics& errors) {
    const auto set = [&row, &invocation, &errors](const CLI::results_t& values) {
        note_given(row, invocation);
        for (const std::string& value : values) {
            if (auto error = row.set(target_of(row, invocation), value))
                errors.push_back(*std::move(error));
        }
        return true;
    };
    if (row.value.empty()) {
        app.add_flag_function(flags(row.letter, row.name), [set](std::int64_t) { set({""}); });
        return;
    }
    app.add_option(flags(row.letter, row.name), set)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void fill(VerbParser& parser, Invocation& invocation, Diagnostics& errors) {
    CLI::App& app = *parser.app;
    app.set_help_flag();
    app.allow_extras();
    app.add_flag("-h,--help", parser.wants_help);
    // More than one is refused later, so that the value of a misspelt flag is not blamed in its
    // place.
    app.add_option("dataset", parser.datasets)->expected(1, CLI::detail::expected_max_vector_size);
    for (const Option& option : options()) {
        if (applies(option, parser.row->verb)) add_option(app, option, invocation, errors);
    }
    for (const ProgramOption& option : program_options()) {
        if (applies(option, parser.row->verb)) add_option(app, option, invocation, errors);
    }
}

Diagnostic unknown_flag(const std::string& word, const VerbParser& parser) {
    const std::string flag = word.substr(0, word.find('='));
    Diagnostic diagnostic = unknown_word({"option", flag, known_flags(parser.row->verb)});
    // All options at once are what --help is for.
    diagnostic.hints.back() = help_of(*parser.row);
    return diagnostic;
}

/// CLI11 names the option first, in "--layout: 1 required  missing".
Diagnostic wrong_syntax(const CLI::ParseError& error) {
    const std::string text = error.what();
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
        return wrong_use(text, "see broadside --help");
    }
    return wrong_use("expected a value after " + text.substr(0, text.find(':')),
                     "see broadside --help");
}

Diagnostics check_top(const CLI::App& top) {
    const auto words = without_separator(top.remaining());
    if (words.empty())
        return {wrong_use("expected a verb: build, check, dump, fonts or i18n",
                          "see broadside --help")};
    const bool is_flag = words.front().size() > 1 && words.front().front() == '-';
    if (is_flag) return {unknown_word({"option", words.front(), {"--help", "--version"}})};
    return {unknown_word({"verb", words.front(), {"build", "check", "dump", "fonts", "i18n"}})};
}

/// Where a build's dataset comes from: the command line, else a job file.
Diagnostics check_source(const VerbParser& parser, const Surroundings& surroundings,
                         Invocation& invocation) {
    const bool is_named = !invocation.job_file.empty();
    if (is_named && !parser.datasets.empty()) {
        return {wrong_use("expected a dataset or --job, got both", help_of(*parser.row))};
    }
    if (is_named || !parser.datasets.empty()) return {};
    if (parser.row->verb == Verb::Build && surroundings.has_job_file) {
        invocation.job_file = kJobFileName;
        return {};
    }
    Diagnostic error = wrong_use("expected a dataset: a file, a folder with a dataset.json, or -",
                                 help_of(*parser.row));
    if (parser.row->verb == Verb::Build) {
        error.hints.insert(error.hints.begin(), fmt::format("or name a job file with --job; there "
                                                            "is no {} here",
                                                            kJobFileName));
    }
    return {std::move(error)};
}

Diagnostics check_verb(const VerbParser& parser, const Surroundings& surroundings,
                       Invocation& invocation) {
    Diagnostics errors;
    for (const std::string& word : without_separator(parser.app->remaining()))
        errors.push_back(unknown_flag(word, parser));
    if (!errors.empty()) return errors;
    if (errors = check_source(parser, surroundings, invocation); !errors.empty()) return errors;
    for (std::size_t index = 1; index < parser.datasets.size(); ++index) {
        errors.push_back(
            wrong_use("expected one dataset, got also \"" + parser.datasets[index] + "\"",
                      help_of(*parser.row)));
    }
    return errors;
}

}  // namespace

Diagnostics read_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                           Invocation& invocation) {
    CLI::App top;
    bool wants_help = false;
    bool wants_version = false;
    top.set_help_flag();
    top.allow_extras();
    top.require_subcommand(0, 1);
    top.add_flag("-h,--help", wants_help);
    top.add_flag("-V,--version", wants_version);

    Diagnostics errors;
    add_source_date(surroundings, invocation.job, errors);
    VerbParser parsers[std::size(kVerbs)];
    for (std::size_t index = 0; index < std::size(kVerbs); ++index) {
        parsers[index].row = &kVerbs[index];
        parsers[index].app = top.add_subcommand(kVerbs[index].name);
        fill(parsers[index], invocation, errors);
    }
    try {
        top.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return {wrong_syntax(error)};
    }

    add_resources(surroundings, invocation.job);
    if (surroundings.source_date_epoch && !invocation.date)
        invocation.date = invocation.job.creation_time;
    if (invocation.job.stale)
        invocation.job.stale->now = invocation.date.value_or(surroundings.now);
    if (wants_version) {
        invocation.action = Action::Version;
        return {};
    }
    for (VerbParser& parser : parsers) {
        if (!parser.app->parsed()) continue;
        invocation.action = parser.wants_help || wants_help ? Action::Help : parser.row->action;
        invocation.topic = parser.row->topic;
        if (invocation.action == Action::Help) return {};
        const Diagnostics wrong = check_verb(parser, surroundings, invocation);
        errors.insert(errors.end(), wrong.begin(), wrong.end());
        if (!parser.datasets.empty()) invocation.job.dataset = parser.datasets.front();
        return errors;
    }
    return wants_help ? Diagnostics() : check_top(top);
}

}  // namespace broadside::cli
