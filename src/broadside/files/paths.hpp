#pragma once

#include <array>
#include <string>
#include <string_view>

/// File paths as text: nothing here asks the disk, so that a job means the same over every
/// FileStore.
namespace broadside {

/// How the files end that people write facts and designs in: JSON and YAML.
inline constexpr std::array<std::string_view, 3> kAuthoredExtensions = {".json", ".yaml", ".yml"};

/// `name` inside `folder`; an absolute name stays as it is, and "." is left out.
std::string joined(std::string_view folder, std::string_view name);

/// "." for a bare file name.
std::string folder_of(std::string_view path);

/// The last part of a path without such an extension.
std::string stem_of(std::string_view path);

}  // namespace broadside
