#pragma once

#include <atomic>

namespace broadside::cli {

/// Becomes true at the first SIGINT or SIGTERM after the call. The second one ends the program at
/// once, as without us.
const std::atomic<bool>& stop_at_signals();

}  // namespace broadside::cli
