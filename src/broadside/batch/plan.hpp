#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "broadside/batch/digests.hpp"
#include "broadside/batch/manifest.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/outputs/outputs.hpp"

namespace broadside::batch {

/// Editions that one thread sets in one go, by their numbers in a plan: all of one layout and of
/// one record.
using Group = std::span<const std::uint32_t>;

/// Of all editions of a plan, by the first of each.
class Groups {
public:
    Groups() = default;
    explicit Groups(const std::vector<PlannedEdition>& editions);

    std::size_t size() const { return ends_.size(); }
    Group operator[](std::size_t group) const {
        const std::size_t begin = group == 0 ? 0 : ends_[group - 1];
        return Group(editions_).subspan(begin, ends_[group] - begin);
    }

private:
    std::vector<std::uint32_t> editions_;
    std::vector<std::uint32_t> ends_;  // of each group among them
};

/// Everything that is known of one job before the first edition is set. Nothing changes it while
/// threads work. It stays where it was made: what is planned points into the sources.
struct Plan {
    const Job* job = nullptr;
    Sources sources;
    OutputRequest request;
    emit::Options options;
    std::vector<PlannedEdition> editions;     // of this shard, in planned order
    Groups groups;                            // every edition is in one
    std::vector<std::string> unreadable;      // editions whose layout or language could not be read
    std::shared_ptr<const TakenNames> taken;  // by all jobs of the build
    FileStore* files = nullptr;               // that it was read from
    std::string manifest;                     // path; empty: none
    std::shared_ptr<ManifestFile> manifest_file;  // with other jobs of the build; may be null
    std::optional<InputDigests> digests;          // with a manifest only

    /// What earlier builds made.
    const PastBuild& past() const;

    /// Where a file of an edition lies.
    std::string path_of(const PlannedEdition& edition, const MadeFile& file) const;

    /// Stands for what an output is made from; nothing where no manifest is kept.
    Digest digest_of_inputs(const PlannedEdition& edition, const emit::Format& format) const;
};

/// Reads what the jobs name and plans their editions. Null in a job's place where nothing can be
/// made of it; all are, where any job must be mended itself: a misspelt language is no reason to
/// make all the others. The reasons are in `diagnostics`, which may hold errors of single editions
/// otherwise. The jobs outlive what is planned.
std::vector<std::unique_ptr<Plan>> plan_jobs(std::span<const Job> jobs, FileStore& files,
                                             Diagnostics& diagnostics);

/// Which of the works belong to that shard: in the order of their digests, each shard has as many
/// as the next, or one more. A work that is added takes at most one from each shard to the next.
std::vector<bool> share_of(const Shard& shard, const std::vector<Digest>& works);

}  // namespace broadside::batch
