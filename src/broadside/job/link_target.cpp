#include "broadside/job/link_target.hpp"

namespace broadside {

namespace {

/// As many as Linux follows.
constexpr int kMostLinks = 40;

}  // namespace

std::filesystem::path link_target(std::filesystem::path path, std::error_code& error) {
    std::error_code no_link;
    for (int links = 0; links <= kMostLinks; ++links) {
        const std::filesystem::path next = std::filesystem::read_symlink(path, no_link);
        if (no_link) return path;
        path = path.parent_path() / next;
    }
    error = std::make_error_code(std::errc::too_many_symbolic_link_levels);
    return path;
}

}  // namespace broadside
