#pragma once

#include <optional>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/command_line.hpp"

namespace broadside::cli {

/// An option that says how to speak to the user, and nothing about pages.
struct ProgramOption {
    std::string_view letter;
    std::string_view name;
    std::string_view value;  // empty: a switch
    std::string_view help;
    std::optional<Verb> only;  // the verb that it means something to; none: all of them
    std::optional<Diagnostic> (*set)(Invocation& invocation, std::string_view value);
};

struct ProgramOptionTable {
    const ProgramOption* first;
    const ProgramOption* last;
    const ProgramOption* begin() const { return first; }
    const ProgramOption* end() const { return last; }
};

ProgramOptionTable program_options();

/// All options of a verb, those of the job first, bound to `invocation`.
std::vector<CommandOption> command_options(Verb verb, Invocation& invocation);

}  // namespace broadside::cli
