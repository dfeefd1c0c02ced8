#pragma once

#include "broadside/job.hpp"
#include "cli/i18n_option.hpp"

namespace broadside::cli {

/// Carries out what `broadside i18n` is asked for and prints what came of it.
Outcome run_i18n(const I18nInvocation& invocation);

}  // namespace broadside::cli
