#include "cli/stop_signal.hpp"

#include <csignal>

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

TEST(StopAtSignals, IsSetByTheFirstSignalOnly) {
    const std::atomic<bool>& stop = stop_at_signals();
    EXPECT_FALSE(stop);
    std::raise(SIGTERM);
    EXPECT_TRUE(stop);
    EXPECT_EXIT(std::raise(SIGTERM), ::testing::KilledBySignal(SIGTERM), "");
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace
}  // namespace broadside::cli
