#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command_line.hpp"
#include "cli/surroundings.hpp"

/// `broadside i18n` has verbs of its own: what they are called, take and are explained by.
namespace broadside::cli {

enum class I18nVerb { Extract, Merge, Status };

/// What `broadside i18n` is asked for.
struct I18nInvocation {
    Action action = Action::Run;
    std::optional<I18nVerb> verb;  // none: help about all of them
    Invocation shared;             // its job, and how to print
    ExtractRequest extract;
    MergeRequest merge;
    TranslationRule rule = TranslationRule::Lenient;
};

/// The options of a verb, bound to `invocation`.
std::vector<CommandOption> command_options(I18nVerb verb, I18nInvocation& invocation);

/// The help of one verb of `broadside i18n`, or of all, with a line feed at its end.
std::string i18n_help_text(std::optional<I18nVerb> verb);

/// `argv` starts with the word `i18n`. Returns the errors; none means that `invocation` is
/// complete. With errors, it still says how to print them.
std::vector<Diagnostic> read_i18n_arguments(int argc, const char* const* argv,
                                            const Surroundings& surroundings,
                                            I18nInvocation& invocation);

}  // namespace broadside::cli
