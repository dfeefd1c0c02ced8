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
enum class DiagnosticsForm { Human, Short, Json };
enum class Loudness { Normal, ErrorsOnly };
enum class CheckSubject { Pages, Budgets };

/// What the command line asks for.
struct Invocation {
    Action action = Action::Help;
    std::optional<Verb> verb;  // none: help about all of them
    Job job;
    std::vector<const Option*> given;  // on the command line
    std::string job_file;              // in place of `job.dataset`
    std::optional<std::int64_t> date;  // in place of today, in seconds since 1970-01-01 UTC
    Stage stage = Stage::Scene;
    CheckSubject subject = CheckSubject::Pages;
    DiagnosticsForm form = DiagnosticsForm::Human;
    Loudness loudness = Loudness::Normal;
};

/// All options of a verb, those of the job first, bound to `invocation`.
std::vector<CommandOption> command_options(Verb verb, Invocation& invocation);

/// The help of one verb, or of all, made from the option tables, with a line feed at its end.
std::string help_text(std::optional<Verb> verb);

/// Returns the errors; none means that `invocation` is complete. With errors, it still says how to
/// print them.
std::vector<Diagnostic> read_arguments(int argc, const char* const* argv,
                                       const Surroundings& surroundings, Invocation& invocation);

}  // namespace broadside::cli
