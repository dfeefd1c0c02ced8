#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadside/broadside.hpp"
#include "cli/command_line.hpp"
#include "cli/surroundings.hpp"

namespace broadside::cli {

enum class Action { Run, Help, Version };
enum class Verb {
    Init,
    Import,
    Build,
    Check,
    ExtractSources,
    Dump,
    Fonts,
    Extract,
    Merge,
    Status,
    Pseudo,
    MergeManifests,
    VerifyManifest
};
/// Those of `broadside` itself, of `broadside i18n`, and of `broadside manifest`.
enum class VerbGroup { Pages, Words, Manifests };
enum class DiagnosticsForm { Human, Short, Json };
enum class CheckSubject { Pages, Budgets };

/// What the command line asks for.
struct Invocation {
    Action action = Action::Help;
    VerbGroup group = VerbGroup::Pages;
    std::optional<Verb> verb;  // none: help about all of the group
    Job job;
    std::vector<const Option*> given;  // on the command line
    std::string job_file;              // in place of `job.dataset`
    std::optional<std::int64_t> date;  // in place of today, in seconds since 1970-01-01 UTC
    Stage stage = Stage::Scene;
    CheckSubject subject = CheckSubject::Pages;
    std::optional<std::string> destination;  // of what is no build: a folder, or a manifest
    ExtractRequest extract;
    ImportRequest import_request;
    MergeRequest merge;
    std::vector<std::string> manifests;
    TranslationRule rule = TranslationRule::Lenient;
    DiagnosticsForm form = DiagnosticsForm::Human;
    bool is_quiet = false;  // prints errors alone
};

/// All options of a verb, those of the job first, bound to `invocation`.
std::vector<CommandOption> command_options(Verb verb, Invocation& invocation);

/// The help of one verb, made from the option tables, with a line feed at its end.
std::string help_text(Verb verb);

/// The help of a group of verbs, with a line feed at its end.
std::string help_text(VerbGroup group);

/// Returns the errors; none means that `invocation` is complete. With errors, it still says how to
/// print them.
Diagnostics read_arguments(int argc, const char* const* argv, const Surroundings& surroundings,
                           Invocation& invocation);

}  // namespace broadside::cli
