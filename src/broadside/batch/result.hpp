#pragma once

#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/build_report.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// A file that is as it should be.
struct MadeFile {
    std::string path;
    FileState state = FileState::Written;
    model::ManifestEntry entry;
};

/// What became of one edition.
struct EditionResult {
    EditionState state = EditionState::Stopped;
    std::vector<MadeFile> files;
    std::vector<Diagnostic> problems;
};

}  // namespace broadside::batch
