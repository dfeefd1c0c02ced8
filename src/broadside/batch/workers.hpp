#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "broadside/base/diagnostic.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/layout/layout.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::batch {

/// Tasks shared out over threads, which take work from each other when they run out of their own.
///
/// oneTBB does the sharing: its deques, its stealing and its sleep are well tested, and a pool of
/// our own would be more code than all that uses it.
class Workers {
public:
    using Task = std::function<void()>;

    /// At most `count` threads, the caller's among them.
    explicit Workers(std::size_t count);
    ~Workers();

    /// Runs `task` once in each thread that is free for it, and all that these tasks add; returns
    /// when nothing is left. Tasks do not throw.
    void run(const Task& task);

    /// From a task: more work, for this thread or for one without any.
    void add(Task task);

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

/// What each thread has for itself and keeps from one edition to the next, also of another job as
/// long as its fonts are the same: a font stack knows one thread only, and takes longer to open
/// than a small page to set.
class ThreadsOwn {
public:
    /// Before the threads set to work on a job: lets go of what none of its editions will ask for.
    void begin(const Sources& sources);

    /// Null when the fonts cannot be opened; the reasons are then in `problems`.
    text::Shaper* shaper(const Sources& sources, Diagnostics& problems);

    emit::Cache& cache() { return tools().cache; }
    layout::KnownGrids& known_grids() { return tools().known_grids; }

private:
    struct Tools {
        std::unique_ptr<text::Shaper> shaper;
        emit::Cache cache;
        layout::KnownGrids known_grids;
    };
    Tools& tools();

    std::shared_ptr<const FontsInput> fonts_;  // that the tools are for
    std::mutex lock_;
    std::map<std::thread::id, Tools> tools_;
};

}  // namespace broadside::batch
