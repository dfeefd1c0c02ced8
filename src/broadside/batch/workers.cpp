#include "broadside/batch/workers.hpp"

#include <algorithm>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include "broadside/editions/editions.hpp"

namespace broadside::batch {

struct Workers::Threads {
    std::size_t count;
    // By itself the library starts no more threads than there are cores, whatever was asked for.
    tbb::global_control limit{tbb::global_control::max_allowed_parallelism, count};
    tbb::task_arena arena{static_cast<int>(count)};
    tbb::task_group group = {};
};

Workers::Workers(std::size_t count) : threads_(new Threads{std::max<std::size_t>(count, 1)}) {}

Workers::~Workers() = default;

void Workers::run(const Task& task) {
    threads_->arena.execute([this, &task] {
        for (std::size_t i = 0; i < threads_->count; ++i) threads_->group.run(task);
        threads_->group.wait();
    });
}

void Workers::add(Task task) { threads_->group.run(std::move(task)); }

void ThreadsOwn::begin(const Sources& sources) {
    const bool is_same = fonts_ != nullptr && fonts_->file->name == sources.fonts->file->name &&
                         fonts_->file->bytes == sources.fonts->file->bytes;
    if (!is_same) tools_.clear();
    fonts_ = sources.fonts;
    // Every job has drawings of its own.
    for (auto& [thread, tools] : tools_) {
        tools.cache.pdf_forms = {};
        tools.known_grids = {};
    }
}

ThreadsOwn::Tools& ThreadsOwn::tools() {
    const std::lock_guard lock(lock_);
    return tools_[std::this_thread::get_id()];
}

text::Shaper* ThreadsOwn::shaper(const Sources& sources, Diagnostics& problems) {
    std::unique_ptr<text::Shaper>& own = tools().shaper;
    if (own == nullptr) own = take(open_shaper(sources), problems).value_or(nullptr);
    return own.get();
}

}  // namespace broadside::batch
