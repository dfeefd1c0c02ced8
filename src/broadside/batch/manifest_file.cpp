#include "broadside/batch/manifest_file.hpp"

#include <algorithm>
#include <utility>

#include "broadside/batch/manifest_json.hpp"

namespace broadside::batch {

ManifestFile::ManifestFile(std::string path, FileStore& files, std::vector<Diagnostic>& diagnostics)
    : path_(std::move(path)), files_(files), bytes_(read_bytes()) {
    std::vector<Diagnostic> problems;
    past_ = PastBuild::read(path_, bytes_, files_, problems);
    is_foreign_ = !problems.empty() && !begins_as_manifest(bytes_);
    if (!is_foreign_) diagnostics.insert(diagnostics.end(), problems.begin(), problems.end());
}

/// Empty when there is none, or none that can be read: then it cannot be written either.
std::string ManifestFile::read_bytes() const {
    std::string bytes;
    if (!files_.is_file(path_) || files_.is_stream(path_)) return bytes;
    files_.read_pieces(path_, [&bytes](std::string_view piece) {
        bytes.append(piece);
        return More::Yes;
    });
    return bytes;
}

void ManifestFile::add(const std::vector<EditionResult>& results) {
    for (const EditionResult& result : results)
        made_.insert(made_.end(), result.files.begin(), result.files.end());
}

std::string ManifestFile::json_after(const PastBuild& past, ByteSink& sink) const {
    model::BuildManifest manifest;
    for (const MadeFile& file : made_) {
        if (sink.holds(file.path)) manifest.entries.push_back(file.entry);
    }
    for (model::ManifestEntry& entry : past.others(manifest.entries))
        manifest.entries.push_back(std::move(entry));
    std::sort(manifest.entries.begin(), manifest.entries.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return to_json(manifest);
}

std::vector<Diagnostic> ManifestFile::write(ByteSink& sink) const {
    std::string json = json_after(past_, sink);
    if (json == bytes_) return {};
    return sink.update(path_, [&]() -> std::optional<std::string> {
        // Another run may have written since.
        const std::string bytes = read_bytes();
        if (bytes != bytes_) {
            std::vector<Diagnostic> of_the_other;
            json = json_after(PastBuild::read(path_, bytes, files_, of_the_other), sink);
        }
        if (json == bytes) return std::nullopt;
        return std::move(json);
    });
}

}  // namespace broadside::batch
