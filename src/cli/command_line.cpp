#include "cli/command_line.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "broadside/broadside.hpp"

namespace broadside::cli {

namespace {

/// A verb's part of CLI11's parser.
struct VerbParser {
    const Command* command;
    CLI::App* app;
    std::vector<std::string> words = {};
    bool wants_help = false;
};

void add_option(CLI::App& app, const CommandOption& option, CommandLine& line) {
    std::string flags = option.letter.empty() ? "" : fmt::format("-{},", option.letter);
    flags.append("--").append(option.name);
    const auto set = [&option, &line](const CLI::results_t& values) {
        for (const std::string& value : values) {
            if (auto error = option.set(value)) line.wrong_values.push_back(*std::move(error));
        }
        return true;
    };
    if (option.value.empty()) {
        app.add_flag_function(flags, [set](std::int64_t) { set({""}); });
    } else {
        app.add_option(flags, set)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

void fill(VerbParser& parser, CommandLine& line) {
    CLI::App& app = *parser.app;
    app.set_help_flag();
    app.allow_extras();
    app.add_flag("-h,--help", parser.wants_help);
    // More than one is refused later, so that the value of a misspelt flag is not blamed in its
    // place.
    app.add_option("words", parser.words)->expected(1, CLI::detail::expected_max_vector_size);
    for (const CommandOption& option : parser.command->options) add_option(app, option, line);
}

/// What CLI11 had no place for; it counts the -- before file names among that.
std::vector<std::string> extras(const CLI::App& app) {
    std::vector<std::string> words = app.remaining();
    words.erase(std::remove(words.begin(), words.end(), "--"), words.end());
    return words;
}

Diagnostic unknown_flag(const std::string& word, const Program& program, const Command& command) {
    std::vector<std::string> known = {"--help"};
    for (const CommandOption& option : command.options)
        known.push_back("--" + std::string(option.name));
    Diagnostic diagnostic = unknown_word({"option", word.substr(0, word.find('=')), known});
    // All options at once are what --help is for.
    diagnostic.hints.back() = see_help(program, command.name);
    return diagnostic;
}

/// CLI11 names the option first, in "--layout: 1 required  missing".
Diagnostic wrong_syntax(const CLI::ParseError& error, const Program& program) {
    std::string text = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch))
        text = "expected a value after " + text.substr(0, text.find(':'));
    return wrong_use("job-arguments", std::move(text), {see_help(program)});
}

/// What is said where no verb of the program's is.
Diagnostic no_verb(const CLI::App& top, const Program& program) {
    std::vector<std::string> verbs;
    for (const Command& command : program.commands) verbs.emplace_back(command.name);
    verbs.insert(verbs.end(), program.elsewhere.begin(), program.elsewhere.end());
    const std::string group =
        program.name.substr(std::min(program.name.size(), program.name.find(' ')));
    const auto words = extras(top);
    if (words.empty()) {
        std::string list = verbs.front();
        for (std::size_t i = 1; i < verbs.size(); ++i)
            list += (i + 1 < verbs.size() ? ", " : " or ") + verbs[i];
        return wrong_use(
            "job-arguments",
            fmt::format("expected a verb{}: {}", group.empty() ? "" : " of" + group, list),
            {see_help(program)});
    }
    if (words.front().size() > 1 && words.front().front() == '-') {
        std::vector<std::string> flags = {"--help"};
        if (program.has_version) flags.emplace_back("--version");
        return unknown_word({"option", words.front(), std::move(flags)});
    }
    const std::string verb = group.empty() ? words.front() : group.substr(1) + " " + words.front();
    return unknown_word({"verb", verb, std::move(verbs)});
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv, const Program& program) {
    CommandLine line;
    CLI::App top;
    top.set_help_flag();
    top.allow_extras();
    top.require_subcommand(0, 1);
    top.add_flag("-h,--help", line.wants_help);
    if (program.has_version) top.add_flag("-V,--version", line.wants_version);
    std::deque<VerbParser> parsers;
    for (const Command& command : program.commands) {
        parsers.push_back({&command, top.add_subcommand(std::string(command.name))});
        fill(parsers.back(), line);
    }
    try {
        top.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        line.wrong_use.push_back(wrong_syntax(error, program));
        return line;
    }
    for (std::size_t i = 0; i < parsers.size(); ++i) {
        const VerbParser& parser = parsers[i];
        if (!parser.app->parsed()) continue;
        line.command = i;
        line.words = parser.words;
        line.wants_help |= parser.wants_help;
        for (const std::string& word : extras(*parser.app))
            line.wrong_use.push_back(unknown_flag(word, program, *parser.command));
        return line;
    }
    if (!line.wants_help && !line.wants_version) line.wrong_use.push_back(no_verb(top, program));
    return line;
}

std::string see_help(const Program& program, std::string_view verb) {
    return fmt::format("see {}{}{} --help", program.name, verb.empty() ? "" : " ", verb);
}

std::string help_entry(const CommandOption& option) {
    constexpr std::size_t kTextColumn = 8;
    constexpr std::size_t kTextWidth = 72;
    std::string text = option.letter.empty() ? "      " : fmt::format("  -{}, ", option.letter);
    text.append("--").append(option.name);
    if (!option.value.empty()) text.append(" ").append(option.value);
    text.append("\n").append(kTextColumn, ' ');
    return text + wrapped(option.help, kTextWidth, kTextColumn) + "\n";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string lines;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (used > 0 && used + 1 + word.size() > width) {
            lines.append("\n").append(indent, ' ');
            used = 0;
        }
        if (used > 0) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += word.size();
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return lines;
}

}  // namespace broadside::cli
