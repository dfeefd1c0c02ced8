#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"

/// The one parser of command lines, for `broadside`, `broadside i18n` and `broadside manifest`.
namespace broadside::cli {

/// An option of a verb, bound to what it sets.
struct CommandOption {
    std::string_view letter;  // "l" for -l; empty: none
    std::string_view name;    // "layout" for --layout
    std::string_view value;   // how help calls its value; empty: a switch
    std::string_view help;
    std::function<std::optional<Diagnostic>(std::string_view)> set;
};

struct Command {
    std::string_view name;
    std::vector<CommandOption> options;
};

struct Program {
    std::string name;  // "broadside i18n"
    std::vector<Command> commands;
    std::vector<std::string_view> elsewhere;  // verbs that others parse
    bool has_version = false;                 // takes --version
};

/// What was found, besides the options, which are set.
struct CommandLine {
    std::optional<std::size_t> command;  // of the program's; none: no known verb
    std::vector<std::string> words;      // that belong to no option
    bool wants_help = false;
    bool wants_version = false;
    Diagnostics wrong_values;
    Diagnostics wrong_use;  // options that are not known, or no verb
};

CommandLine read_command_line(int argc, const char* const* argv, const Program& program);

/// Where help on a verb is found: "see broadside build --help".
std::string see_help(const Program& program, std::string_view verb = {});

/// An option in a list of help, with its line feed.
std::string help_entry(const CommandOption& option);

/// Breaks `text` at spaces into lines of at most `width` bytes; the second line and all after it
/// start with `indent` spaces. A longer word has a line of its own.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace broadside::cli
