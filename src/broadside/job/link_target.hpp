#pragma once

#include <filesystem>
#include <system_error>

namespace broadside {

/// Where a path leads when its last part is a symbolic link, whether or not anything is there. An
/// error where links lead in a circle.
std::filesystem::path link_target(std::filesystem::path path, std::error_code& error);

}  // namespace broadside
