#include "broadside/batch/shares.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace broadside::batch {

std::vector<bool> share_of(const Shard& shard, const std::vector<Digest>& works) {
    std::vector<std::size_t> order(works.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return works[a] < works[b]; });
    const auto cut = [&](std::size_t part) { return part * works.size() / shard.parts; };
    std::vector<bool> share(works.size());
    for (std::size_t i = cut(shard.part - 1); i < cut(shard.part); ++i) share[order[i]] = true;
    return share;
}

}  // namespace broadside::batch
