#include "broadside/batch/past_build.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "broadside/batch/manifest_place.hpp"
#include "broadside/load/load.hpp"

namespace broadside::batch {

namespace {

using Entries = std::vector<model::ManifestEntry>;

/// The first problem is enough: nobody mends a manifest by hand.
Diagnostic unusable(Diagnostic problem) {
    problem.severity = Severity::Warning;
    problem.code = "unusable-manifest";
    problem.hints = {"everything is made again, and the manifest with it"};
    return problem;
}

}  // namespace

PastBuild PastBuild::read(const std::string& manifest, std::string_view bytes, FileStore& files,
                          std::vector<Diagnostic>& diagnostics) {
    PastBuild past;
    past.manifest_ = manifest;
    past.files_ = &files;
    if (bytes.empty()) return past;
    auto loaded = load::load_build_manifest({manifest, bytes});
    if (!loaded) {
        diagnostics.push_back(unusable(loaded.diagnostics().front()));
        return past;
    }
    for (model::ManifestEntry& entry : loaded.value().entries) {
        past.page_numbers_.insert({entry.page, entry.files});
        std::string path = entry.path;
        past.entries_.emplace(std::move(path), std::move(entry));
    }
    return past;
}

const model::ManifestEntry* PastBuild::find(const std::string& output) const {
    if (files_ == nullptr) return nullptr;
    const auto entry = entries_.find(path_in_manifest(output, manifest_));
    return entry == entries_.end() ? nullptr : &entry->second;
}

bool PastBuild::is_intact(const model::ManifestEntry& entry, const std::string& output) const {
    if (!files_->is_file(output) || files_->is_stream(output)) return false;
    ContentHash hash;
    std::size_t size = 0;
    const auto errors = files_->read_pieces(output, [&](std::string_view piece) {
        hash.add_bytes(piece);
        size += piece.size();
        return size > entry.bytes ? More::No : More::Yes;
    });
    return errors.empty() && size == entry.bytes && to_string(hash.digest()) == entry.hash;
}

Entries PastBuild::matching(const std::vector<std::string>& outputs, const Digest& digest,
                            Matches matches) const {
    Entries found;
    const std::string wanted = to_string(digest);
    for (const std::string& output : outputs) {
        const model::ManifestEntry* entry = find(output);
        const bool is_same = entry != nullptr && entry->files == outputs.size() &&
                             matches(*entry, wanted) && is_intact(*entry, output);
        if (!is_same) return {};
        found.push_back(*entry);
    }
    return found;
}

Entries PastBuild::with_inputs(const std::vector<std::string>& outputs,
                               const Digest& inputs) const {
    return matching(outputs, inputs,
                    [](const model::ManifestEntry& entry, const std::string& digest) {
                        return entry.inputs == digest;
                    });
}

Entries PastBuild::with_scene(const std::vector<std::string>& outputs, const Digest& scene) const {
    return matching(outputs, scene,
                    [](const model::ManifestEntry& entry, const std::string& digest) {
                        return entry.scene == digest;
                    });
}

bool PastBuild::exists(const model::ManifestEntry& entry) const {
    return files_->is_file(path_from_manifest(entry.path, manifest_));
}

Entries PastBuild::others(const Entries& made) const {
    std::set<std::string> paths;
    for (const model::ManifestEntry& entry : made) paths.insert(entry.path);
    Entries found;
    for (const auto& [path, entry] : entries_) {
        if (paths.count(path) == 0 && exists(entry)) found.push_back(entry);
    }
    return found;
}

}  // namespace broadside::batch
