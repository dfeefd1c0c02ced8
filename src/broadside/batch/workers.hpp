#pragma once

#include <cstddef>
#include <functional>
#include <memory>

/// Many editions at once: which outputs a job has, which of them are as they should be already, and
/// the threads that make the others. The only folder with threads.
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
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers();

    /// Runs `task` once in each thread that is free for it, and all that these tasks add; returns
    /// when nothing is left. Tasks do not throw.
    void run(const Task& task);

    /// From a task: more work, for this thread or for one without any.
    void add(Task task);

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
    std::size_t count_;
};

/// As many as may run at once here.
std::size_t thread_count();

}  // namespace broadside::batch
