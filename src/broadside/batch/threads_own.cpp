#include "broadside/batch/threads_own.hpp"

#include <utility>

#include <tbb/enumerable_thread_specific.h>

#include "broadside/editions/editions.hpp"

namespace broadside::batch {

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
