#pragma once

#include <string>

#include "broadside/job.hpp"
#include "broadside/outputs/output_pattern.hpp"

namespace broadside::batch {

/// Where a job's manifest lies: where the job says, else in the folder of the pattern before its
/// first placeholder. Empty: nowhere, for one literal file and for standard output.
std::string manifest_path(const Job& job, const OutputPattern& pattern);

/// The path of an output as its manifest names it: seen from the manifest's folder.
std::string path_in_manifest(const std::string& output, const std::string& manifest);

/// The way back.
std::string path_from_manifest(const std::string& entry, const std::string& manifest);

}  // namespace broadside::batch
