#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/diagnostic.hpp"
#include "broadside/file_store.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// What the manifest says of earlier builds, and whether it still holds. Threads may ask at once.
class PastBuild {
public:
    /// No past at all.
    PastBuild() = default;

    /// A manifest that is not there is no past; one that cannot be read is none either, and warned
    /// of.
    static PastBuild read(const std::string& manifest, FileStore& files,
                          std::vector<Diagnostic>& diagnostics);

    std::size_t size() const { return entries_.size(); }

    /// The entry of an output, null when there is none.
    const model::ManifestEntry* find(const std::string& output) const;

    /// The entries of these files, when each is there as it was written and was made from `inputs`;
    /// else none.
    std::vector<model::ManifestEntry> with_inputs(const std::vector<std::string>& outputs,
                                                  const Digest& inputs) const;

    /// The same for files that show this scene.
    std::vector<model::ManifestEntry> with_scene(const std::vector<std::string>& outputs,
                                                 const Digest& scene) const;

    /// Entries of files that exist and are not among `made`: what other jobs wrote.
    std::vector<model::ManifestEntry> others(const std::vector<model::ManifestEntry>& made) const;

private:
    using Matches = bool (*)(const model::ManifestEntry& entry, const std::string& digest);
    std::vector<model::ManifestEntry> matching(const std::vector<std::string>& outputs,
                                               const Digest& digest, Matches matches) const;
    bool is_intact(const model::ManifestEntry& entry, const std::string& output) const;

    std::string manifest_;
    FileStore* files_ = nullptr;
    std::map<std::string, model::ManifestEntry> entries_;  // by path as the manifest has it
};

}  // namespace broadside::batch
