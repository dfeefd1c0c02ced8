#include "cli/surroundings.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "broadside/job_file.hpp"

namespace broadside::cli {

namespace {

namespace fs = std::filesystem;

bool has_resources(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "layouts", ignored) &&
           fs::is_directory(folder / "fonts", ignored);
}

/// XDG Base Directory Specification: a path that is not absolute does not count.
std::string cache_folder() {
    const char* named = std::getenv("XDG_CACHE_HOME");
    if (named != nullptr && *named == '/') return (fs::path(named) / "broadside").string();
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home != '/') return "";
    return (fs::path(home) / ".cache/broadside").string();
}

}  // namespace

std::vector<std::string> resources_beside(const std::string& folder) {
    const fs::path program(folder);
    std::vector<std::string> found;
    // Presets build into build/ and into build/<preset>/.
    for (const fs::path& candidate : {program.parent_path(), program.parent_path().parent_path(),
                                      program.parent_path() / "share/broadside"}) {
        if (has_resources(candidate)) found.push_back(candidate.string());
    }
    return found;
}

Surroundings read_surroundings() {
    Surroundings surroundings;
    const char* resources = std::getenv("BROADSIDE_RESOURCES");
    if (resources != nullptr && *resources != '\0') surroundings.resources.emplace_back(resources);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        for (std::string& folder : resources_beside(program.parent_path().string())) {
            surroundings.resources.push_back(std::move(folder));
        }
    }
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch != nullptr && *epoch != '\0') surroundings.source_date_epoch = epoch;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    surroundings.now = std::chrono::duration_cast<std::chrono::seconds>(now).count();
    surroundings.cache = cache_folder();
    surroundings.has_job_file = fs::is_regular_file(kJobFileName, error);
    return surroundings;
}

}  // namespace broadside::cli
