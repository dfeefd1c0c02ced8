#pragma once

#include <atomic>

namespace broadside::cli {

/// The exit code, as the help says them.
int run(int argc, const char* const* argv);

/// Becomes true at the first SIGINT or SIGTERM after the call. The second one ends the program at
/// once, as without us.
const std::atomic<bool>& stop_at_signals();

}  // namespace broadside::cli
