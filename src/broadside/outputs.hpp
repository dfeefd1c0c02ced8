#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/editions.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job.hpp"
#include "broadside/output_pattern.hpp"

/// Which files a job writes, and what they are called.
namespace broadside {

/// The files of one edition in one format.
struct PlannedFormat {
    std::size_t edition = 0;
    const emit::Format* format = nullptr;
    std::vector<std::string> paths;
};

/// What can be said about the output before anything is read.
struct OutputRequest {
    OutputPattern pattern;
    std::vector<const emit::Format*> formats;  // each once
};

/// Fails at an unknown placeholder, an unknown format, and where nothing tells the format.
Result<OutputRequest> read_output_request(const Job& job);

/// Names every file. Fails when two would have the same name, or one the name of an input.
Result<std::vector<PlannedFormat>> plan_outputs(const OutputRequest& request,
                                                const EditionSet& set);

}  // namespace broadside
