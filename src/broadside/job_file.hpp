#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"
#include "broadside/option.hpp"

namespace broadside {

/// The job file that is read where no dataset is named.
inline constexpr char kJobFileName[] = "broadside.json";

/// The jobs of a file. Each starts as `base`, which holds the options named in `given`: for those
/// the file is not asked. Paths in the file are seen from its folder, those in a stream from the
/// working directory. Where the file is wrong, its
/// jobs are looked at as `build` does, so that one run tells everything.
Result<std::vector<Job>> read_job_file(const std::string& path, const Job& base,
                                       const std::vector<const Option*>& given, FileStore& files);

}  // namespace broadside
