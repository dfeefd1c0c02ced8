#pragma once

#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// Names the locales beside a dataset that translate texts which an import changed or took away.
/// Those that do not say from which words they were translated get a note of it under
/// "translated_from", as a merge writes it, so that from then on all that reads a locale knows that
/// these are outdated: comes back as the files that are to be written.
std::vector<OutputFile> stale_locales(const model::Dataset& before, const model::Dataset& now,
                                      const std::string& folder, FileStore& files,
                                      Diagnostics& diagnostics);

}  // namespace broadside::imports
