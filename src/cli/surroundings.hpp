#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::cli {

/// All that is taken from the process and not from the command line.
struct Surroundings {
    std::vector<std::string> resources;  // $BROADSIDE_RESOURCES, then beside the program
    std::optional<std::string>
        source_date_epoch;      // reproducible-builds.org/specs/source-date-epoch
    bool has_job_file = false;  // in the working folder
    std::int64_t now = 0;       // seconds since 1970-01-01 UTC
    std::string cache = {};     // the user's, for this program; empty: there is none
};

Surroundings read_surroundings();

/// The folders with layouts and fonts that belong to the program in `folder`: those of the source
/// tree it was built in, and those it is installed with.
std::vector<std::string> resources_beside(const std::string& folder);

}  // namespace broadside::cli
