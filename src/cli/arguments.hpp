#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadside/broadside.hpp"
#include "cli/surroundings.hpp"

namespace broadside::cli {

enum class Action { Build, Check, Dump, Fonts, Help, Version };
enum class DiagnosticsForm { Human, Short, Json };
enum class Loudness { Normal, ErrorsOnly };
enum class CheckSubject { Pages, Budgets };
enum class HelpTopic { Overview, Build, Check, Dump, Fonts };

/// What the command line asks for.
struct Invocation {
    Action action = Action::Help;
    HelpTopic topic = HelpTopic::Overview;
    Job job;
    std::vector<const Option*> given;  // on the command line
    std::string job_file;              // in place of `job.dataset`
    std::optional<std::int64_t> date;  // in place of today, in seconds since 1970-01-01 UTC
    Stage stage = Stage::Scene;
    CheckSubject subject = CheckSubject::Pages;
    DiagnosticsForm form = DiagnosticsForm::Human;
    Loudness loudness = Loudness::Normal;
};

/// Returns the errors; none means that `invocation` is complete. With errors, it still says how to
/// print them.
std::vector<Diagnostic> read_arguments(int argc, const char* const* argv,
                                       const Surroundings& surroundings, Invocation& invocation);

}  // namespace broadside::cli
