#pragma once

#include <vector>

#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

namespace broadside::batch {

/// Where builds read and write.
struct Places {
    FileStore& files;
    ByteSink& sink;
};

/// Plans all jobs, then makes one after the other, and last the manifests and the files of
/// dependencies, which jobs may share.
BuildReport build(const std::vector<Job>& jobs, const Places& places, const Oversight& oversight);

}  // namespace broadside::batch
