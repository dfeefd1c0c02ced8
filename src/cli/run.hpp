#pragma once

#include <atomic>

namespace broadside::cli {

/// Exit codes: 0 done, 1 the input has errors, 2 the command line has, 3 the content does not fit,
/// 5 translations are incomplete, 6 trying again may help, 130 stopped by a signal.
int run(int argc, const char* const* argv);

/// Becomes true at the first SIGINT or SIGTERM after the call. The second one ends the program at
/// once, as without us.
const std::atomic<bool>& stop_at_signals();

}  // namespace broadside::cli
