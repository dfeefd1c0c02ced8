#pragma once

#include <string>
#include <string_view>

/// File paths as text: nothing here asks the disk, so that a job means the same over every
/// FileStore.
namespace broadside {

/// `name` inside `folder`; an absolute name stays as it is, and "." is left out.
std::string joined(std::string_view folder, std::string_view name);

/// "." for a bare file name.
std::string folder_of(std::string_view path);

/// The last part of a path without .json.
std::string stem_of(std::string_view path);

}  // namespace broadside
