#pragma once

#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/job.hpp"

namespace broadside::batch {

/// Which of the works belong to that shard: in the order of their digests, each shard has as many
/// as the next, or one more. A work that is added takes at most one from each shard to the next.
std::vector<bool> share_of(const Shard& shard, const std::vector<Digest>& works);

}  // namespace broadside::batch
