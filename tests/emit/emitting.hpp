#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/emit/emit.hpp"

namespace broadside::test {

/// Of the thread that asks.
inline emit::Cache& cache() {
    thread_local emit::Cache cache;
    return cache;
}

/// By their pages.
inline Result<std::vector<emit::File>> files_of(emit::EmitScene emit, const scene::Scene& scene,
                                                const emit::Options& options, emit::Cache& cache) {
    std::vector<emit::File> files;
    auto problems = emit(scene, options, cache, [&files](std::size_t page, emit::File file) {
        if (page >= files.size()) files.resize(page + 1);
        files[page] = std::move(file);
        return Diagnostics();
    });
    if (!problems.empty()) return problems;
    return files;
}

}  // namespace broadside::test
