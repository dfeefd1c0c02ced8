#include "cli/i18n_arguments.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/parsing.hpp"

namespace broadside::cli {

namespace {

using Diagnostics = std::vector<Diagnostic>;

std::string help_of(const I18nVerbRow& row) {
    return std::string("see broadside i18n ") + row.name + " --help";
}

/// One verb's part of the parser; errors of values are collected while it runs.
struct VerbParser {
    const I18nVerbRow* row = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::string> words;  // dataset, and files to merge
    bool wants_help = false;
};

void add_option(CLI::App& app, const I18nOption& row, I18nInvocation& invocation,
                Diagnostics& errors) {
    const auto set = [&row, &invocation, &errors](const CLI::results_t& values) {
        for (const std::string& value : values) {
            if (auto error = row.set(invocation, value)) errors.push_back(*std::move(error));
        }
        return true;
    };
    if (row.value.empty()) {
        app.add_flag_function(flags(row.letter, row.name), [set](std::int64_t) { set({""}); });
    } else {
        app.add_option(flags(row.letter, row.name), set)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

void fill(VerbParser& parser, I18nInvocation& invocation, Diagnostics& errors) {
    CLI::App& app = *parser.app;
    app.set_help_flag();
    app.allow_extras();
    app.add_flag("-h,--help", parser.wants_help);
    app.add_option("words", parser.words)->expected(1, CLI::detail::expected_max_vector_size);
    for (const I18nOption& option : i18n_options()) {
        if (applies(option, parser.row->verb)) add_option(app, option, invocation, errors);
    }
}

Diagnostic unknown_flag(const std::string& word, const VerbParser& parser) {
    const std::string flag = word.substr(0, word.find('='));
    std::vector<std::string> known = {"--help"};
    for (const I18nOption& option : i18n_options()) {
        if (applies(option, parser.row->verb)) known.push_back("--" + std::string(option.name));
    }
    Diagnostic diagnostic = unknown_word({"option", flag, known});
    diagnostic.hints.back() = help_of(*parser.row);
    return diagnostic;
}

Diagnostics check_top(const CLI::App& top) {
    std::vector<std::string> verbs;
    for (const I18nVerbRow& row : i18n_verbs()) verbs.emplace_back(row.name);
    const auto words = without_separator(top.remaining());
    if (words.empty())
        return {wrong_use("expected a verb of i18n: extract, merge or status",
                          "see broadside i18n --help")};
    const bool is_flag = words.front().size() > 1 && words.front().front() == '-';
    if (is_flag) return {unknown_word({"option", words.front(), {"--help"}})};
    return {unknown_word({"verb", "i18n " + words.front(), verbs})};
}

Diagnostics check_verb(const VerbParser& parser, I18nInvocation& invocation) {
    Diagnostics errors;
    for (const std::string& word : without_separator(parser.app->remaining()))
        errors.push_back(unknown_flag(word, parser));
    if (!errors.empty()) return errors;
    if (parser.words.empty()) {
        return {wrong_use("expected a dataset: a file, a folder with a dataset.json, or -",
                          help_of(*parser.row))};
    }
    invocation.shared.job.dataset = parser.words.front();
    const std::vector<std::string> others(parser.words.begin() + 1, parser.words.end());
    if (parser.row->verb == I18nVerb::Merge) {
        invocation.merge.files = others;
        return {};
    }
    for (const std::string& other : others) {
        errors.push_back(
            wrong_use("expected one dataset, got also \"" + other + "\"", help_of(*parser.row)));
    }
    return errors;
}

}  // namespace

Diagnostics read_i18n_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                                I18nInvocation& invocation) {
    CLI::App top;
    bool wants_help = false;
    top.set_help_flag();
    top.allow_extras();
    top.require_subcommand(0, 1);
    top.add_flag("-h,--help", wants_help);
    invocation.shared.job.output = kDefaultTranslationOutput;

    Diagnostics errors;
    add_source_date(surroundings, invocation.shared.job, errors);
    std::deque<VerbParser> parsers;
    for (const I18nVerbRow& row : i18n_verbs()) {
        parsers.push_back({&row, top.add_subcommand(row.name), {}, false});
        fill(parsers.back(), invocation, errors);
    }
    try {
        top.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const std::string text = error.what();
        return {wrong_use("expected a value after " + text.substr(0, text.find(':')),
                          "see broadside i18n --help")};
    }
    add_resources(surroundings, invocation.shared.job);
    for (const VerbParser& parser : parsers) {
        if (!parser.app->parsed()) continue;
        invocation.verb = parser.row->verb;
        if (parser.wants_help || wants_help) {
            invocation.action = I18nInvocation::Action::Help;
            return {};
        }
        const Diagnostics wrong = check_verb(parser, invocation);
        errors.insert(errors.end(), wrong.begin(), wrong.end());
        return errors;
    }
    invocation.action = I18nInvocation::Action::Help;
    return wants_help ? Diagnostics() : check_top(top);
}

}  // namespace broadside::cli
