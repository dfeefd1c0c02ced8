#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// The way back from a PDF with attached sources.
namespace broadside {

/// Writes the files that a PDF was made from into a folder, byte for byte, and returns their paths:
/// dataset, locales, layout, symbols, pictures and `broadside.json`, the job that makes the PDF of
/// them. Fails, with nothing written, where there are none, where a name leads out of the folder
/// or, unless `rebuild` is All, where a file is there already.
Result<std::vector<std::string>> extract_sources(const std::string& pdf, const std::string& folder,
                                                 Rebuild rebuild, FileStore& files, ByteSink& sink);

}  // namespace broadside
