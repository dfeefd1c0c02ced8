#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// What builds say of the files they wrote, in manifests: several brought together, and one held
/// against its files.
namespace broadside {

struct MergedManifest {
    std::string path;
    std::size_t files = 0;  // that it names
};

/// Writes one manifest that names the files of all, seen from its own folder; without a path,
/// manifest.json beside the first. Fails with every file of which two say different things, and
/// where something else lies in its place, unless the job rebuilds all.
Result<MergedManifest> merge_manifests(const std::vector<std::string>& manifests,
                                       const std::optional<std::string>& path, const Job& job,
                                       FileStore& files, ByteSink& sink);

/// What is there of the files that a manifest names.
struct VerifiedManifest {
    std::size_t files = 0;    // that it names
    std::size_t missing = 0;  // of them
    std::size_t changed = 0;  // of them, or unreadable
    std::size_t extra = 0;    // beside them, of their kinds, and not named
    Diagnostics problems;     // one for each; extra files are warnings
};

/// Reads every file. Fails where the manifest itself cannot be read.
Result<VerifiedManifest> verify_manifest(const std::string& manifest, FileStore& files);

}  // namespace broadside
