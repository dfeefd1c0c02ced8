#include "broadside/batch/plan.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace broadside::batch {
namespace {

using ::testing::AnyOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;

std::vector<Digest> works(std::size_t count) {
    std::vector<Digest> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(digest_of(fmt::format("work {}", i)));
    return all;
}

/// The part of each work.
std::vector<std::size_t> parts_of(const std::vector<Digest>& works, std::size_t parts) {
    std::vector<std::size_t> part_of(works.size());
    for (std::size_t part = 1; part <= parts; ++part) {
        const std::vector<bool> share = share_of({part, parts}, works);
        for (std::size_t i = 0; i < works.size(); ++i) {
            if (!share[i]) continue;
            EXPECT_EQ(part_of[i], 0U) << "work " << i << " in two parts";
            part_of[i] = part;
        }
    }
    return part_of;
}

std::vector<long> sizes(const std::vector<std::size_t>& part_of, std::size_t parts) {
    std::vector<long> sizes;
    for (std::size_t part = 1; part <= parts; ++part)
        sizes.push_back(std::count(part_of.begin(), part_of.end(), part));
    return sizes;
}

TEST(ShareOf, IsAsLargeAsTheNext) {
    EXPECT_THAT(sizes(parts_of(works(20), 4), 4), ElementsAre(5, 5, 5, 5));
    EXPECT_THAT(sizes(parts_of(works(1001), 64), 64), Each(AnyOf(15, 16)));
    EXPECT_THAT(sizes(parts_of(works(2), 4), 4), Each(Le(1)));
}

TEST(ShareOf, KeepsAlmostAllWhenWorkIsAdded) {
    constexpr std::size_t kParts = 8;
    const auto before = parts_of(works(1000), kParts);
    auto after = parts_of(works(1001), kParts);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < before.size(); ++i) moved += before[i] != after[i] ? 1 : 0;
    EXPECT_LT(moved, kParts);
}

TEST(ShareOf, NeverChanges) {
    // Schedulers of several machines and versions rely on it.
    EXPECT_THAT(parts_of(works(8), 3), ElementsAre(1, 2, 2, 3, 3, 2, 3, 1));
}

}  // namespace
}  // namespace broadside::batch
