#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "broadside/batch/input_digests.hpp"
#include "broadside/batch/past_build.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/outputs.hpp"
#include "broadside/sources.hpp"

namespace broadside::batch {

/// Editions that one thread sets in one go.
struct Group {
    std::vector<std::size_t> editions;  // of this shard, all of one layout
    /// Whose texts decide about the pages: all of the job's languages where the layout locks them
    /// to one grid, whatever shard they belong to.
    std::vector<const Language*> languages;
};

/// Everything that is known before the first edition is set. Nothing changes it while threads work.
struct Batch {
    Sources sources;
    OutputRequest request;
    emit::Options options;
    std::vector<PlannedEdition> editions;  // of this shard, in planned order
    std::vector<Group> groups;             // every edition is in one
    std::vector<std::string> unreadable;   // editions whose layout or language could not be read
    TakenNames taken;
    Rebuild rebuild = Rebuild::Changed;
    std::string manifest;                 // path; empty: none
    std::optional<InputDigests> digests;  // with a manifest only
    PastBuild past;
};

/// Reads what the job names and plans its editions. Nothing comes back where nothing can be made:
/// the reasons are in `diagnostics`, which may hold errors of single editions otherwise.
std::optional<Batch> plan(const Job& job, FileStore& files, std::vector<Diagnostic>& diagnostics);

/// Whether an edition of the dataset belongs to a shard: by a hash of what the two are called.
bool is_in(const Shard& shard, const std::string& dataset, const std::string& edition);

}  // namespace broadside::batch
