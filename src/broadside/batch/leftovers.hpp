#pragma once

#include <string>
#include <vector>

#include "broadside/batch/batch.hpp"
#include "broadside/batch/manifest.hpp"

namespace broadside::batch {

/// A file that an earlier build wrote as a page of an edition which has other pages now.
struct Leftover {
    std::string path;
    std::size_t pages_then = 0;
    std::size_t pages_now = 0;
};

/// Of the editions that were made: by path, each as long as it is there. Later pages of another job
/// may be among them: what they are called is known when that job is made. They are told and never
/// removed: a build that deletes what it was not asked to delete is trusted once.
std::vector<Leftover> leftovers(const Batch& batch, const std::vector<EditionResult>& results);

/// A warning.
Diagnostic describe(const Leftover& leftover);

}  // namespace broadside::batch
