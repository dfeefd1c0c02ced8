#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command_line.hpp"

/// `broadside i18n` has verbs of its own; what they are called and take is here, for the parser and
/// for help.
namespace broadside::cli {

enum class I18nVerb { Extract, Merge, Status };

/// What `broadside i18n` is asked for.
struct I18nInvocation {
    enum class Action { Run, Help };
    Action action = Action::Run;
    std::optional<I18nVerb> verb;  // none: help about all of them
    Invocation shared;             // its job, and how to print
    ExtractRequest extract;
    MergeRequest merge;
    TranslationRule rule = TranslationRule::Lenient;
};

struct I18nVerbRow {
    const char* name;
    I18nVerb verb;
    std::string_view usage;     // after "broadside i18n "
    std::string_view help;      // lines, with a line feed at the end of each
    std::string_view examples;  // the same
};

const std::vector<I18nVerbRow>& i18n_verbs();

/// One row says all about an option, as for the other verbs.
struct I18nOption {
    std::string_view letter;
    std::string_view name;
    std::string_view value;  // empty: a switch
    std::string_view help;
    std::vector<I18nVerb> verbs;
    std::optional<Diagnostic> (*set)(I18nInvocation& invocation, std::string_view value);
};

const std::vector<I18nOption>& i18n_options();

/// The options of a verb, bound to `invocation`.
std::vector<CommandOption> command_options(I18nVerb verb, I18nInvocation& invocation);

}  // namespace broadside::cli
