#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/batch/past_build.hpp"
#include "broadside/batch/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

namespace broadside::batch {

/// A manifest through one run, whose jobs may share it: read before the first of them is made,
/// written after the last.
class ManifestFile {
public:
    /// Warns of a manifest that cannot be used. `files` outlive the object.
    ManifestFile(std::string path, FileStore& files, std::vector<Diagnostic>& diagnostics);

    /// What it says of earlier runs.
    const PastBuild& past() const { return past_; }

    /// Whether something else lies in its place.
    bool is_foreign() const { return is_foreign_; }

    void add(const std::vector<EditionResult>& results);

    /// Says what was made and, of what others made before or meanwhile, what is still there. Left
    /// alone when it would say the same, so that its date tells when something changed.
    std::vector<Diagnostic> write(ByteSink& sink) const;

private:
    std::string read_bytes() const;
    std::string json_after(const PastBuild& past, ByteSink& sink) const;

    std::string path_;
    FileStore& files_;
    std::string bytes_;
    PastBuild past_;
    bool is_foreign_ = false;
    std::vector<MadeFile> made_;
};

}  // namespace broadside::batch
