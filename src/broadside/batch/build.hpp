#pragma once

#include <map>
#include <string>

#include "broadside/batch/dependencies.hpp"
#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

namespace broadside::batch {

/// A file of dependencies that several jobs may share.
struct DependencyFile {
    DependencyFormat format = DependencyFormat::Make;
    Dependencies dependencies;
};

/// Where builds read and write.
struct Places {
    FileStore& files;
    ByteSink& sink;
};

/// Makes one job, and its manifest. Its dependencies are added to `dependency_files`, by path.
BuildReport build(const Job& job, const Places& places, const Oversight& oversight,
                  std::map<std::string, DependencyFile>& dependency_files);

/// Writes them; returns what kept it from that.
std::vector<Diagnostic> write(const std::map<std::string, DependencyFile>& files, ByteSink& sink);

}  // namespace broadside::batch
