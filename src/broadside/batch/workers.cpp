#include "broadside/batch/workers.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

namespace broadside::batch {

struct Workers::Threads {
    explicit Threads(std::size_t count)
        : limit(tbb::global_control::max_allowed_parallelism, count),
          arena(static_cast<int>(count)) {}

    // By itself the library starts no more threads than there are cores, whatever was asked for.
    tbb::global_control limit;
    tbb::task_arena arena;
    tbb::task_group group;
};

Workers::Workers(std::size_t count)
    : threads_(std::make_unique<Threads>(std::max<std::size_t>(count, 1))),
      count_(std::max<std::size_t>(count, 1)) {}

Workers::~Workers() = default;

void Workers::run(const Task& task) {
    threads_->arena.execute([this, &task] {
        for (std::size_t i = 0; i < count_; ++i) threads_->group.run(task);
        threads_->group.wait();
    });
}

void Workers::add(Task task) { threads_->group.run(std::move(task)); }

std::size_t thread_count() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace broadside::batch
