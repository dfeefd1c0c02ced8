#include "cli/stop_signal.hpp"

#include <csignal>

namespace broadside::cli {

namespace {

// A signal handler reaches nothing but globals, and of these only what is free of locks.
std::atomic<bool> stop_wanted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void want_stop(int) { stop_wanted = true; }

}  // namespace

const std::atomic<bool>& stop_at_signals() {
    struct sigaction action {};
    action.sa_handler = want_stop;
    // Back to the default after the first; reads and writes in progress go on.
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    stop_wanted = false;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    return stop_wanted;
}

}  // namespace broadside::cli
