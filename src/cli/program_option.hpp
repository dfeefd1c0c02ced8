#pragma once

#include <optional>
#include <string_view>

#include "cli/arguments.hpp"

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

inline bool applies(const Option& option, Verb verb) {
    return !option.only_build || verb == Verb::Build;
}
inline bool applies(const ProgramOption& option, Verb verb) {
    return !option.only || *option.only == verb;
}

}  // namespace broadside::cli
