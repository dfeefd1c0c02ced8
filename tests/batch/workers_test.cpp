#include "broadside/batch/workers.hpp"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

namespace broadside::batch {
namespace {

TEST(Workers, RunUntilNothingIsLeft) {
    Workers workers(4);
    std::atomic<int> done = 0;
    workers.run([&] {
        for (int i = 0; i < 10; ++i) {
            workers.add([&] { workers.add([&] { ++done; }); });
        }
    });
    EXPECT_EQ(done, 40);
}

TEST(Workers, AreNoMoreThanAskedFor) {
    Workers workers(2);
    std::mutex lock;
    std::set<std::thread::id> threads;
    workers.run([&] {
        for (int i = 0; i < 50; ++i) {
            workers.add([&] {
                const std::lock_guard guard(lock);
                threads.insert(std::this_thread::get_id());
            });
        }
    });
    EXPECT_LE(threads.size(), 2U);
}

TEST(Workers, WorkAtTheSameTime) {
    Workers workers(2);
    std::atomic<int> arrived = 0;
    // Each waits for the other: one thread alone would never return.
    workers.run([&] {
        ++arrived;
        while (arrived < 2) std::this_thread::yield();
    });
    EXPECT_EQ(arrived, 2);
}

TEST(Workers, AloneUseTheThreadOfTheCaller) {
    Workers workers(1);
    std::thread::id used;
    workers.run([&] { used = std::this_thread::get_id(); });
    EXPECT_EQ(used, std::this_thread::get_id());
}

}  // namespace
}  // namespace broadside::batch
