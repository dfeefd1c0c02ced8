#pragma once

#include <memory>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::batch {

/// What each thread has for itself and keeps from one edition to the next, also of another job as
/// long as its fonts are the same: a font stack knows one thread only, and takes longer to open
/// than a small page to set.
class ThreadsOwn {
public:
    ThreadsOwn();
    ThreadsOwn(const ThreadsOwn&) = delete;
    ThreadsOwn& operator=(const ThreadsOwn&) = delete;
    ~ThreadsOwn();

    /// Before the threads set to work on a job: lets go of what none of its editions will ask for.
    void begin(const Sources& sources);

    /// Null when the fonts cannot be opened; the reasons are then in `problems`.
    text::Shaper* shaper(const Sources& sources, std::vector<Diagnostic>& problems);

    emit::Cache& cache();

private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
    ReadFile font_manifest_;
};

}  // namespace broadside::batch
