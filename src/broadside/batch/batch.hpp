#pragma once

#include <cstddef>
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

/// Editions that one thread sets in one go.
struct Group {
    std::vector<std::size_t> editions;  // of this shard, all of one layout
};

/// Everything that is known of a job before the first edition is set. Nothing changes it while
/// threads work. It stays where it was made: what is planned points into the sources.
struct Batch {
    const Job* job = nullptr;
    Sources sources;
    OutputRequest request;
    emit::Options options;
    std::vector<PlannedEdition> editions;     // of this shard, in planned order
    std::vector<Group> groups;                // every edition is in one
    std::vector<std::string> unreadable;      // editions whose layout or language could not be read
    std::shared_ptr<const TakenNames> taken;  // by all jobs of the build
    FileStore* files = nullptr;               // that it was read from
    std::string manifest;                     // path; empty: none
    std::shared_ptr<ManifestFile> manifest_file;  // with other jobs of the build; may be null
    std::optional<InputDigests> digests;          // with a manifest only

    /// What earlier builds made.
    const PastBuild& past() const;
};

/// Reads what the jobs name and plans their editions. Null in a job's place where nothing can be
/// made of it; all are, where any job must be mended itself: a misspelt language is no reason to
/// make all the others. The reasons are in `diagnostics`, which may hold errors of single editions
/// otherwise. The jobs outlive what is planned.
std::vector<std::unique_ptr<Batch>> plan(std::span<const Job> jobs, FileStore& files,
                                         Diagnostics& diagnostics);

/// Plans all jobs, then makes one after the other, and last the manifests and the files of
/// dependencies, which jobs may share.
BuildReport build(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                  const Oversight& oversight);

}  // namespace broadside::batch
