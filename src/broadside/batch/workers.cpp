#include "broadside/batch/workers.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include "broadside/editions/editions.hpp"

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

struct ThreadsOwn::Tools {
    tbb::enumerable_thread_specific<std::unique_ptr<text::Shaper>> shaper;
    tbb::enumerable_thread_specific<emit::Cache> cache;
};

ThreadsOwn::ThreadsOwn() : tools_(std::make_unique<Tools>()) {}

ThreadsOwn::~ThreadsOwn() = default;

void ThreadsOwn::begin(const Sources& sources) {
    const ReadFile& manifest = sources.font_manifest;
    const bool is_same =
        manifest.path == font_manifest_.path && manifest.content == font_manifest_.content;
    if (!is_same) tools_ = std::make_unique<Tools>();
    font_manifest_ = manifest;
    // Every job has drawings of its own.
    for (emit::Cache& cache : tools_->cache) cache.pdf_forms = {};
}

text::Shaper* ThreadsOwn::shaper(const Sources& sources, std::vector<Diagnostic>& problems) {
    std::unique_ptr<text::Shaper>& own = tools_->shaper.local();
    if (own != nullptr) return own.get();
    auto made = take(open_shaper(sources), problems);
    if (made) own = *std::move(made);
    return own.get();
}

emit::Cache& ThreadsOwn::cache() { return tools_->cache.local(); }

}  // namespace broadside::batch
