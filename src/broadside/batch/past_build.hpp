#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/diagnostic.hpp"
#include "broadside/file_store.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// Which of an output's files a page is in.
struct PageNumber {
    std::size_t page = 0;
    std::size_t files = 0;
    auto operator<=>(const PageNumber&) const = default;
};

/// What the manifest says of earlier builds, and whether it still holds. Threads may ask at once.
class PastBuild {
public:
    /// No past at all.
    PastBuild() = default;

    /// A manifest without bytes is no past; one that cannot be used is none either, and the reason
    /// is added to `diagnostics` as a warning. `files` outlive the past.
    static PastBuild read(const std::string& manifest, std::string_view bytes, FileStore& files,
                          std::vector<Diagnostic>& diagnostics);

    std::size_t size() const { return entries_.size(); }

    /// Every one that an entry has: few, however many entries there are.
    const std::set<PageNumber>& page_numbers() const { return page_numbers_; }

    /// The entry of an output, null when there is none.
    const model::ManifestEntry* find(const std::string& output) const;

    /// The entries of these files, when each is there as it was written and was made from `inputs`;
    /// else none.
    std::vector<model::ManifestEntry> with_inputs(const std::vector<std::string>& outputs,
                                                  const Digest& inputs) const;

    /// The same for files that show this scene.
    std::vector<model::ManifestEntry> with_scene(const std::vector<std::string>& outputs,
                                                 const Digest& scene) const;

    /// Whether the file of an entry, or what became of it, is still there.
    bool exists(const model::ManifestEntry& entry) const;

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
    std::set<PageNumber> page_numbers_;
};

}  // namespace broadside::batch
