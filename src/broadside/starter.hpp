#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

/// A first dataset and layout, to be changed.
namespace broadside {

/// What the layout beside the starter's dataset is called.
inline constexpr std::string_view kStarterLayout = "page";

/// Writes a small dataset and a layout for it, with comments, into a folder, whose name becomes the
/// dataset's id, and returns their paths. Fails, with nothing written, where one is there already.
Result<std::vector<std::string>> write_starter(const std::string& folder, FileStore& files,
                                               ByteSink& sink);

}  // namespace broadside
