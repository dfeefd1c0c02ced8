#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "broadside/batch/batch.hpp"
#include "broadside/batch/manifest.hpp"
#include "broadside/batch/output_work.hpp"
#include "broadside/batch/workers.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/job.hpp"

namespace broadside::batch {

/// Makes the editions of a batch: sets each, draws its formats, and writes its files together. What
/// goes wrong with one, memory that runs out included, is that edition's failure.
///
/// Editions are begun in planned order; their formats are drawn by whichever thread is free.
/// Nothing that comes out depends on that.
class BatchRun {
public:
    BatchRun(const Batch& batch, ByteSink& sink, const Oversight& oversight,
             std::shared_ptr<ThreadsOwn> threads_own = std::make_shared<ThreadsOwn>());
    BatchRun(const BatchRun&) = delete;
    BatchRun& operator=(const BatchRun&) = delete;
    ~BatchRun();

    /// The results, as planned. Once.
    std::vector<EditionResult> run(std::size_t threads);

    /// What is wrong with the fonts that all editions share.
    const std::vector<Diagnostic>& font_problems() const { return font_problems_; }

private:
    void make_next();
    void make(const Group& group);
    std::vector<Result<Edition>> set(const Group& group);
    std::vector<OutputWork> begin(std::size_t edition, const Digest& together);
    void paint(std::size_t edition, const Edition& set, std::vector<Diagnostic> problems,
               std::vector<OutputWork> outputs);
    void complete(EditionWork& work);
    void settle(std::size_t edition, EditionResult result);

    void fail(std::size_t edition, std::vector<Diagnostic> problems);
    bool is_stopped() const;
    text::Shaper* shaper();

    const Batch& batch_;
    ByteSink& sink_;
    Oversight oversight_;
    std::unique_ptr<Workers> workers_;
    std::shared_ptr<ThreadsOwn> threads_own_;
    std::atomic<std::size_t> next_group_ = 0;

    std::mutex lock_;  // over all that follows
    std::vector<EditionResult> results_;
    std::vector<bool> settled_;
    std::size_t reported_ = 0;  // editions before this one are
    std::vector<Diagnostic> font_problems_;
};

/// An edition for people and for events.
EditionReport report_of(const PlannedEdition& edition, const EditionResult& result);

}  // namespace broadside::batch
