#pragma once

#include <vector>

#include "cli/i18n_option.hpp"
#include "cli/surroundings.hpp"

namespace broadside::cli {

/// `argv` starts with the word `i18n`. Returns the errors; none means that `invocation` is
/// complete. With errors, it still says how to print them.
std::vector<Diagnostic> read_i18n_arguments(int argc, const char* const* argv,
                                            const Surroundings& surroundings,
                                            I18nInvocation& invocation);

}  // namespace broadside::cli
