#pragma once

#include <vector>

#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// Many editions at once: which outputs a job has, which of them are as they should be already, and
/// the threads that make the others. The only folder with threads.
namespace broadside::batch {

/// Plans all jobs, then makes one after the other, and last the manifests and the files of
/// dependencies, which jobs may share.
BuildReport build(const std::vector<Job>& jobs, FileStore& files, ByteSink& sink,
                  const Oversight& oversight);

}  // namespace broadside::batch
