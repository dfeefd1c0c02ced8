#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "broadside/base/diagnostic.hpp"
#include "broadside/job.hpp"

namespace broadside {

/// A value of a job, for messages about it.
struct JobValue {
    std::string_view option;     // long name
    std::string_view word = {};  // of a list, the one that is meant
};

/// A problem of the job: where in its file the value stands, or the job that lacks it. A value of
/// the command line stands nowhere.
Diagnostic blame(const Job& job, const JobValue& value, Diagnostic diagnostic);

/// Says in a hint which line of a job file names a file that cannot be read.
void hint_at_name(const Job& job, const JobValue& value, Diagnostic& diagnostic);

/// An option as whoever wrote the job writes it: `--layout`, or `"layout"` in a file.
std::string as_written(const Job& job, std::string_view option);

/// The day that a request was made on.
std::chrono::year_month_day today(const StaleRequest& request);

/// The day before which facts need another look. Nothing where the limit is neither an age, as
/// `12months`, nor a date.
std::optional<std::chrono::year_month_day> stale_limit(const StaleRequest& request);

/// Numbers that are out of range, and a dataset that is missing.
Diagnostics check_values(const Job& job);

/// The problems of a job file first, in its order; the others as they were found.
void sort_by_place(Diagnostics& problems, const std::string& job_file);

/// Whether something about the job itself must be mended, wherever it was written.
bool has_job_errors(const Diagnostics& diagnostics);

}  // namespace broadside
