#pragma once

#include <memory>
#include <vector>

#include "broadside/batch/batch.hpp"

namespace broadside::batch {

/// One job, ready to be made; null when nothing can be made of it.
inline std::unique_ptr<Batch> planned(const Job& job, FileStore& files,
                                      std::vector<Diagnostic>& diagnostics) {
    return std::move(plan({&job, 1}, files, diagnostics).front());
}

}  // namespace broadside::batch
